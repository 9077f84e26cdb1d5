// What was given out, as a page or as a table for spreadsheets.
import type { Awards, LocalText } from '@fanfare/protocol';
import type { Cell } from '../reports/csv.js';
import type { StoredAward } from '../store.js';
import { rewardOf } from './receipt.js';

/** An award as operators see it. */
export function awardOf({ reward, name }: StoredAward): Awards['items'][number] {
  const { participant: id } = reward;
  const kind = id.startsWith('guest_') ? 'guest' : 'member';
  return { ...rewardOf(reward), participant: { id, kind, ...(name !== null && { name }) } };
}

const textOf = (text: LocalText, lang: string): string =>
  text[lang] ?? text['*'] ?? Object.values(text)[0] ?? '';

const HEAD = [
  'receipt',
  'at',
  'source',
  'prize',
  'prize_name',
  'kind',
  'amount_fen',
  'state',
  'claim_by',
  'claimed_at',
  'participant',
  'participant_name',
  'reward',
];
const FORM_HEAD = ['recipient', 'phone', 'region', 'street', 'postcode', 'account_name', 'account_number'];

function formCells({ claim }: StoredAward): Cell[] {
  const { address, account } = claim?.form ?? {};
  const { name, phone, region, street, postcode } = address ?? {};
  return [name, phone, region, street, postcode, account?.name, account?.number];
}

/** The table: a head, and a row for each award. `hasForms`: with what was filled in to claim. */
export const winnersTable = (
  awards: readonly StoredAward[],
  { lang, hasForms }: { lang: string; hasForms: boolean },
): Cell[][] => [
  hasForms ? [...HEAD, ...FORM_HEAD] : HEAD,
  ...awards.map((award) => {
    const { reward, name, claim } = award;
    return [
      ...[reward.receipt, reward.at, reward.source, reward.prize, textOf(reward.name, lang), reward.kind],
      ...[reward.amount, reward.state, reward.claim_by, claim ? new Date(claim.at).toISOString() : null],
      ...[reward.participant, name, reward.id],
      ...(hasForms ? formCells(award) : []),
    ];
  }),
];
