// Is there enough of everything, does the money fit, and is nothing over before the activity is?
import type { Definition } from '@fanfare/protocol';
import { type Finding, finding } from './finding.js';

const DAY_MS = 86_400_000;

const yuan = (fen: number) => `${(fen / 100).toFixed(2)} yuan`;

/** What everything costs that can be given out, points apart, in fen; infinite where something that costs has no limit. */
function mostSpent({ lottery, invite }: Definition): number {
  const prizes = (lottery?.prizes ?? []).map(({ kind, stock, cost, value, weight }) => {
    const each = kind === 'points' ? 0 : (cost ?? (kind === 'cash' ? (value ?? 0) : 0));
    return each === 0 || weight === 0 ? 0 : each * (stock ?? Number.POSITIVE_INFINITY);
  });
  const tiers = (invite?.tiers ?? []).map(({ kind, envelope, quota, cost = 0 }) => {
    if (envelope) return envelope.total;
    return cost === 0 || kind === 'points' ? 0 : cost * (quota ?? Number.POSITIVE_INFINITY);
  });
  return [...prizes, ...tiers].reduce((sum, one) => sum + one, 0);
}

/** @param draws How many draws are expected in all; null: unknown. */
export function stockOf(definition: Definition, draws: number | null): Finding[] {
  const { lottery, invite, shop, pool, schedule } = definition;
  const prizes = lottery?.prizes ?? [];
  const total = prizes.reduce((sum, { weight }) => sum + weight, 0);
  const won = prizes.filter(({ kind, weight }) => kind !== 'none' && weight > 0);
  const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id).join(', ');
  const bare = [
    ...won.filter(({ stock }) => stock === 0),
    ...(invite?.tiers ?? []).filter(({ quota }) => quota === 0),
    ...(shop?.items ?? []).filter(({ stock }) => stock === 0),
  ];
  const endless = won.filter(({ kind, stock }) => stock === undefined && kind !== 'points');
  const short =
    draws === null
      ? []
      : won.filter(({ weight, stock }) => stock !== undefined && (draws * weight) / total > stock);
  const spent = mostSpent(definition);
  const length = Date.parse(schedule.end_at) - Date.parse(schedule.start_at);
  const brief = [...won, ...(invite?.tiers ?? []), ...(shop?.items ?? [])].filter(
    ({ claim_days }) => claim_days !== undefined && claim_days * DAY_MS < length,
  );
  return [
    finding('stock.none', 'prizes', bare.length === 0, {
      pass: 'everything on offer has stock',
      fail: `on offer with a stock of 0: ${ids(bare)}. Add some, or take it out.`,
    }),
    finding('stock.limit', 'prizes', endless.length === 0, {
      pass: 'every prize has a limit, but for points',
      fail: `no limit to: ${ids(endless)}. Give a stock, or whoever pays for it is surprised.`,
    }),
    finding('stock.no-prize', 'prizes', !lottery || prizes.some(({ kind }) => kind === 'none'), {
      pass: 'there is a kind word for whoever wins nothing',
      fail: 'there is no prize of kind "none": when a prize has run out the wheel has nothing to land on. Add one.',
    }),
    ...(draws === null
      ? []
      : [
          finding('stock.lasts', 'prizes', short.length === 0, {
            pass: `stock lasts for ${draws} draws by the odds`,
            fail: `by the odds ${draws} draws give out more than there is of: ${ids(short)}. Add stock or lower the weight.`,
          }),
        ]),
    finding('stock.money', 'prizes', Number.isFinite(spent), {
      pass: `at most ${yuan(spent)} can be given out, points not counted${pool === undefined ? '' : `, of which the pool allows ${yuan(pool)} in cash`}`,
      fail: 'something that costs money has no limit. Give it a stock or a quota.',
    }),
    finding('prizes.expire', 'prizes', brief.length === 0, {
      pass: 'nothing that is won expires before the end',
      fail: `won on the first day, these expire before the end: ${ids(brief)}. Raise claim_days to ${Math.ceil(length / DAY_MS)}, or accept it.`,
    }),
  ];
}
