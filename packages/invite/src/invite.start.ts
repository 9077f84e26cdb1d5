import type { InviteState } from './invite.state.js';
import type { World } from './invite.world.js';

/** Nothing is going on. Apart from the events, which come a moment later. */
export const startState = (world: World, isWechat: boolean): InviteState => ({
  world,
  isWechat,
  deeds: {},
});
