import '@fanfare/core/late/hand-over';
import { defineWidget } from '@fanfare/core';
import { inviteConfig } from './invite.config.js';
import { createInvite } from './invite.controller.js';
import css from './invite.css?inline';
import { inviteFacts } from './invite.facts.js';
import { inviteText } from './invite.text.js';
import { InviteView } from './invite.view.js';

/** The invite widget: friends' places fill one by one and open tier after tier. */
export const invite = defineWidget({
  name: 'invite',
  config: inviteConfig,
  text: inviteText,
  needs: 'activity',
  create: createInvite,
  View: InviteView,
  css,
  facts: inviteFacts,
});
export type { ChallengeRequest, InviteOptions, ShareCard } from './invite.config.js';
export { createInvite } from './invite.controller.js';
export type { InviteActions } from './invite.engine.js';
export { type CopyRisk, lintCopy, lintFlow } from './invite.lint.js';
export type { InviteState } from './invite.state.js';
