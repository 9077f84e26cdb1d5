export type {
  Activity,
  ActivityEvents,
  ActivityOptions,
  ActivityStatus,
  TokenSource,
} from './activity/activity.js';
export { createActivity } from './activity/create-activity.js';
export { carryLink } from './activity/delivery-link.js';
export { type FanfareActivityElement, registerActivity } from './activity-element.js';
export type { CallOptions, Result } from './api.js';
export { type Cleanup, createCleanup } from './cleanup.js';
export { type Clock, createClock, timeFromUrl } from './clock/index.js';
export { createEmitter, type Emitter, type EventMap } from './emitter.js';
export { browserEnvironment, browserWorld, type Environment, type World } from './environment.js';
export { FanfareError } from './errors.js';
export { createId } from './identifier.js';
export { LiveText } from './live-text.js';
export { chooseLocale, localize } from './locale.js';
export { onSecond } from './ticker.js';
export type { Track, TrackConnection, TrackedActivity, Watchable } from './track.js';
export {
  createTransport,
  type Failure,
  type HandlerCall,
  type Handlers,
  type Transport,
} from './transport/index.js';
export { parseConfig } from './widget/config.js';
export { createElementClass, registerElement } from './widget/element.js';
export {
  type ConfigInput,
  type ConfigOf,
  callback,
  type Field,
  type Fields,
  flag,
  listOf,
  oneOf,
  text,
  textThat,
  whole,
} from './widget/field.js';
export { type Handle, type MountOptions, mount, mountOn, type OptionsOf } from './widget/mount.js';
export { type LatePart, Part } from './widget/part.js';
export { adoptStyles } from './widget/styles.js';
export { createText, type TextPack, type Translate } from './widget/text.js';
export {
  type Controller,
  type CreateOptions,
  defineWidget,
  type Emit,
  type FactDeclaration,
  fact,
  type ViewProps,
  type Widget,
} from './widget/widget.js';
