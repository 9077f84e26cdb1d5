// `@fanfare/core/late`: what the built packages import in the parts that they load later, instead of preact, signals and
// `@fanfare/core` (scripts/late-parts.mjs sees to it). Nothing here leads back to what the page has loaded already.
export { createCleanup } from '../cleanup.js';
export { createId } from '../identifier.js';
export { localize } from '../locale.js';
export { createText } from '../widget/text.js';
export {
  adoptStyles,
  Component,
  computed,
  createRef,
  effect,
  Fragment,
  h,
  LiveText,
  onSecond,
  Part,
  signal,
  untracked,
} from './tools.js';
