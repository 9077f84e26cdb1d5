import { localize } from '@fanfare/core';
import type { PublicInvite } from '@fanfare/protocol';
import type { InviteViewProps } from './invite.view-props.js';
import { tierStateOf } from './invite.world.js';

interface TierProps {
  view: InviteViewProps;
  tier: PublicInvite['tiers'][number];
  late: typeof import('./invite.late.js') | undefined;
}

/** One tier: how far it is, and what it gives. */
export function Tier({ view, tier, late }: TierProps) {
  const { state, t, locale } = view;
  const { world } = state;
  const { id, friends, image, kind } = tier;
  const have = Math.min(world.mine?.valid ?? 0, friends);
  const standing = tierStateOf(world, id);
  const left = standing === 'claimed' ? undefined : world.left.find(({ tier }) => tier === id)?.left;
  const name = localize(tier.name, locale);
  const words = t('progress', { n: have, of: friends });
  return (
    <li class={`tier ${standing}`} part={`tier ${standing}`}>
      {image ? (
        <img class="gift" src={image} alt="" loading="lazy" />
      ) : (
        <span class={`gift ${kind}`} aria-hidden="true" />
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
      {late && <late.TierAction {...view} tier={tier} />}
    </li>
  );
}
