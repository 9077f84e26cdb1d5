export { DefinitionError, parseDefinition } from './activity/parse.js';
export { publicActivityOf } from './activity/public.js';
export { seedDefinition } from './activity/seed.js';
export { type App, createApp } from './app.js';
export type { AppOptions } from './app.options.js';
export { expireRewards } from './claims/expire.js';
export {
  MAX_TOTAL_WEIGHT,
  type PickInput,
  pickMessage,
  pickNumber,
  pickPrize,
  prizeAt,
} from './draw/draw.pick.js';
export type { Limits, NetworkOf, VerifyChallenge, WechatAccount } from './environment.js';
export type { TrackKey } from './events/track-keys.js';
export type { LogEntry, Logger } from './http/log.js';
export type { Random } from './ids.js';
export type { Keys, ParticipantKey, ServerKey } from './keys.js';
export { EnvelopeError } from './ledger/save.js';
export * from './store.js';
