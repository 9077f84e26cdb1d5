// The looks of a countdown in a line of text. They load when used, and nothing is shown without them: boxes of the usual
// size would push the text around for a moment.
import type { ComponentChildren, h } from 'preact';
import css from './countdown.compact.css?inline';

export { css };

/** The part's view; see Part of core. */
export const draw = (_: typeof h, { body }: { body: ComponentChildren }) => body;
