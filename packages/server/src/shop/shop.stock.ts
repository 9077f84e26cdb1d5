// The mall's stock stands beside that of the prizes, under names that no prize can have.
import type { Live, ShopDefinition } from '@fanfare/protocol';
import type { StoredStock, Transaction } from '../store.js';

/** The name of an item's stock row. */
export const stockName = (item: string): string => `shop:${item}`;

/** Sets the stock of every item that can run out. */
export async function setShopStock(tx: Transaction, activity: string, shop: ShopDefinition): Promise<void> {
  for (const { id, stock } of shop.items)
    if (stock !== undefined) await tx.setStock(activity, stockName(id), stock);
}

/** What `live` says of the mall: labels, no numbers. */
export function shopLabels(
  { items, few_percent }: ShopDefinition,
  stock: readonly StoredStock[],
): NonNullable<Live['shop']> {
  return items.flatMap(({ id, stock: total }) => {
    const row = stock.find(({ prize }) => prize === stockName(id));
    if (total === undefined || !row) return [];
    const isFew = row.left * 100 <= row.total * few_percent;
    return [{ item: id, label: row.left === 0 ? 'out' : isFew ? 'few' : 'plenty' }];
  });
}
