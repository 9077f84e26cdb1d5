import type { ViewProps } from '@fanfare/core';
import type { InviteConfig } from './invite.config.js';
import type { InviteActions } from './invite.engine.js';
import type { InviteState } from './invite.state.js';
import type { InviteKey } from './invite.text.js';

/** What the view and its parts are given. */
export type InviteViewProps = ViewProps<InviteConfig, InviteState, InviteActions, InviteKey>;
