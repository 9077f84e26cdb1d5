import type { ViewProps } from '@fanfare/core';
import type { PosterActions } from './poster.actions.js';
import type { PosterConfig } from './poster.config.js';
import type { PosterState } from './poster.state.js';
import type { PosterKey } from './poster.text.js';

/** What the view and its parts are given. */
export type PosterViewProps = ViewProps<PosterConfig, PosterState, PosterActions, PosterKey>;
