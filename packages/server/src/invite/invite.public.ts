// What anybody may know of inviting, field by field: no costs, no envelopes, no facts, no step.
import type { Definition, PublicActivity } from '@fanfare/protocol';

/** The public sections `invite` and `tasks`. */
export function publicInviteOf({ invite }: Definition): Pick<PublicActivity, 'invite' | 'tasks'> {
  if (!invite) return {};
  return {
    invite: {
      tiers: invite.tiers.map(({ id, friends, name, kind, image, quota }) => ({
        id,
        friends,
        name,
        kind,
        image,
        quota,
      })),
      qualify_text: invite.qualify_text,
      rules: invite.rules,
      steps: invite.steps.length,
    },
    tasks: invite.tasks.map(({ id, kind, title, body, url }) => ({ id, kind, title, body, url })),
  };
}
