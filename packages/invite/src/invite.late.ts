// Everything that is not seen at first, in one piece: of several, each would cut the first load in pieces of its own.
export { createEngine } from './invite.engine.js';
export { Landing, Later } from './invite.later.js';
export { Slots } from './invite.slots.js';
export { TierAction } from './invite.tier-action.js';
