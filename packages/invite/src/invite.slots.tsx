import type { Translate } from '@fanfare/core';
import type { Invite } from '@fanfare/protocol';
import { laterText } from './invite.later-text.js';
import type { InviteKey } from './invite.text.js';

const MOST_SLOTS = 10;

/** A place that a friend has taken, or will. */
interface Slot {
  name: string;
  avatar?: string | undefined;
  state: 'valid' | 'waiting' | 'free';
}

function slotsOf(mine: Invite | undefined, wanted: number, t: Translate<InviteKey>): Slot[] {
  const friends = mine?.friends ?? [];
  const known = friends.filter(({ state }) => state === 'valid').reverse();
  const full: Slot[] = Array.from({ length: Math.min(mine?.valid ?? 0, MOST_SLOTS) }, (_, at) => ({
    name: known[at]?.name ?? t('friend'),
    avatar: known[at]?.avatar,
    state: 'valid',
  }));
  const waiting = friends
    .filter(({ state }) => state === 'joined' || state === 'pending')
    .map(({ name = t('friend'), avatar }): Slot => ({ name, avatar, state: 'waiting' }));
  const slots = [...full, ...waiting].slice(0, Math.max(full.length, Math.min(wanted, MOST_SLOTS)));
  const free = Math.min(wanted, MOST_SLOTS) - slots.length;
  return [...slots, ...Array.from({ length: Math.max(0, free) }, (): Slot => ({ name: '', state: 'free' }))];
}

interface SlotsProps {
  t: Translate<InviteKey>;
  mine: Invite | undefined;
  /** Friends that the next tier takes. */
  wanted: number;
}

/** The friends' faces, and a free place for each that is missing. */
export const Slots = ({ t, mine, wanted }: SlotsProps) => (
  <ul class="slots" part="slots">
    {slotsOf(mine, wanted, t).map(({ name, avatar, state }, at) => (
      <li key={at} class={`slot ${state}`}>
        {avatar ? (
          <img src={avatar} alt={name} loading="lazy" referrerpolicy="no-referrer" />
        ) : (
          <>
            <span aria-hidden="true">{state === 'free' ? '+' : [...name][0]}</span>
            <span class="hush">{name || t.with(laterText)('free')}</span>
          </>
        )}
      </li>
    ))}
  </ul>
);
