// The public numbers that change by the second.
import type { Live } from '@fanfare/protocol';
import { contendedOf } from '../ledger/pool.js';
import { shopLabels } from '../shop/shop.stock.js';
import type { Reader, StoredActivity, StoredStock } from '../store.js';

const WINNERS_SHOWN = 20;

/** `王小明` becomes `王**`; a nameless winner is `***`. */
export function maskName(name: string | null): string {
  const first = name?.match(/\P{M}\p{M}*/u)?.[0];
  return first ? `${first}**` : '***';
}

type StockLabel = Live['stock'][number];

function labelOf(row: StoredStock, fewPercent: number, publishLeft: boolean): StockLabel {
  const isFew = row.left * 100 <= row.total * fewPercent;
  return {
    prize: row.prize,
    label: row.left === 0 ? 'out' : isFew ? 'few' : 'plenty',
    ...(publishLeft && { left: row.left }),
  };
}

/** The answer of `activity.live`. */
export async function liveOf(reader: Reader, { definition, version, id }: StoredActivity): Promise<Live> {
  const { lottery, paused, notice, shop, invite, pool } = definition;
  const limited = new Set(lottery?.prizes.flatMap((prize) => (prize.stock === undefined ? [] : [prize.id])));
  const stock = limited.size || shop || invite || pool !== undefined ? await reader.stock(id) : [];
  const winners = await reader.winners(id, WINNERS_SHOWN);
  return {
    version,
    paused,
    ...(notice && { notice }),
    stock: stock
      .filter((row) => limited.has(row.prize))
      .map((row) => labelOf(row, lottery!.few_percent, lottery!.publish_stock)),
    ...(shop && { shop: shopLabels(shop, stock) }),
    ...contendedOf(definition, stock),
    counters: await reader.counters(id),
    winners: winners.map(({ name, reward }) => ({
      name: maskName(name),
      prize: reward.name,
      at: reward.at,
    })),
  };
}
