import { localize } from '@fanfare/core';
import type { PublicInvite } from '@fanfare/protocol';
import type { InviteViewProps } from './invite.view-props.js';
import { gateOf, tierStateOf } from './invite.world.js';

/** Fen as yuan. */
export const yuan = (fen: number): string => `¥${(fen / 100).toFixed(2)}`;

interface TierProps {
  view: InviteViewProps;
  tier: PublicInvite['tiers'][number];
}

/** One tier: how far it is, what it gives, and the button when it is reached. */
export function Tier({ view: { state, actions, t, locale }, tier }: TierProps) {
  const { world, deeds } = state;
  const { id, friends, kind, image } = tier;
  const have = Math.min(world.mine?.valid ?? 0, friends);
  const standing = tierStateOf(world, id);
  const deed = deeds[`tier:${id}`];
  const isLate = standing === 'ready' && deed?.phase === 'failed';
  const left = standing === 'claimed' ? undefined : world.left.find(({ tier }) => tier === id)?.left;
  const amount = world.mine?.tiers.find((one) => one.id === id)?.amount;
  const name = localize(tier.name, locale);
  const words = t('progress', { n: have, of: friends });
  return (
    <li class={`tier ${standing} ${kind}`} part={`tier ${standing}`}>
      {image ? (
        <img class="gift" src={image} alt="" loading="lazy" />
      ) : (
        <span class="gift" aria-hidden="true" />
      )}
      <div class="what">
        <strong>{name}</strong>
        <div
          class="bar"
          role="progressbar"
          aria-label={name}
          aria-valuemin={0}
          aria-valuemax={friends}
          aria-valuenow={have}
          aria-valuetext={words}
        >
          <i style={{ '--_part': have / friends }} />
        </div>
        <small>
          {words}
          {!!left && ` · ${t('left', { n: left })}`}
        </small>
      </div>
      {standing === 'ready' ? (
        <button
          type="button"
          class="go"
          aria-disabled={gateOf(world) !== 'ready' || deed?.phase === 'asking'}
          onClick={() =>
            isLate ? actions.retry(`tier:${id}`) : gateOf(world) === 'ready' && actions.claim(id)
          }
        >
          {t(deed?.phase === 'asking' ? 'asking' : isLate ? 'retry' : kind === 'cash' ? 'open' : 'claim')}
        </button>
      ) : (
        <span class="badge">{amount && standing === 'claimed' ? yuan(amount) : t(standing)}</span>
      )}
    </li>
  );
}
