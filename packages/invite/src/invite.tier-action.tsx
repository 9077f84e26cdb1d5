import type { PublicInvite } from '@fanfare/protocol';
import { laterText } from './invite.later-text.js';
import type { InviteViewProps } from './invite.view-props.js';
import { gateOf, tierStateOf } from './invite.world.js';
import { yuan } from './invite.yuan.js';

/** What stands at the end of a tier: the button that claims it, or how it is. */
export function TierAction({
  state: { world, deeds },
  actions,
  t: base,
  tier: { id, kind },
}: InviteViewProps & { tier: PublicInvite['tiers'][number] }) {
  const t = base.with(laterText);
  const standing = tierStateOf(world, id);
  const amount = world.mine?.tiers.find((one) => one.id === id)?.amount;
  if (standing !== 'ready')
    return <span class="badge">{amount && standing === 'claimed' ? yuan(amount) : t(standing)}</span>;
  const phase = deeds[`tier:${id}`]?.phase;
  const isOpen = gateOf(world) === 'ready' && phase !== 'asking';
  const onTap = () => {
    if (phase === 'failed') actions.retry(`tier:${id}`);
    else if (isOpen) actions.claim(id);
  };
  const words =
    phase === 'asking' || phase === 'failed' ? (phase === 'asking' ? 'asking' : 'retry') : undefined;
  return (
    <button type="button" class="go" aria-disabled={!isOpen} onClick={onTap}>
      {t(words ?? (kind === 'cash' ? 'open' : 'claim'))}
    </button>
  );
}
