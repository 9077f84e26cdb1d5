// What a friend sees who was invited.
import { laterText } from './invite.later-text.js';
import type { InviteViewProps } from './invite.view-props.js';
import { gateOf } from './invite.world.js';

/** Who invites, with one tap to accept; then a welcome. */
export function Landing({ state, actions, t: base }: InviteViewProps) {
  const t = base.with(laterText);
  const { inviter, accepted, world, deeds } = state;
  if (accepted)
    return (
      <p class="welcome" part="welcome" role="status">
        {t('welcome')}
      </p>
    );
  const gate = gateOf(world);
  if (!inviter || world.mine?.inviter || gate === 'ended') return null;
  const name = inviter.name || t('somebody');
  const deed = deeds[`accept:${inviter.code}`];
  if (deed?.phase === 'refused') return null;
  const isOpen = gate !== 'warmup' && gate !== 'paused' && deed?.phase !== 'asking';
  return (
    <div class="landing" part="landing">
      <span class="slot valid">
        {inviter.avatar ? (
          <img src={inviter.avatar} alt="" referrerpolicy="no-referrer" />
        ) : (
          <span aria-hidden="true">{[...name][0]}</span>
        )}
      </span>
      <strong>{t('invited', { name })}</strong>
      <div class="row">
        <button
          type="button"
          class="go"
          part="accept"
          aria-disabled={!isOpen}
          onClick={() => isOpen && actions.accept()}
        >
          {deed?.phase === 'asking' ? t('asking') : t('accept')}
        </button>
        <button type="button" class="link" onClick={actions.leave}>
          {t('later')}
        </button>
      </div>
    </div>
  );
}
