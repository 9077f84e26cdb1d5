// What a page may know of the mall: every field by name. Prices and stock stay on the server.
import type { PublicShop, ShopDefinition } from '@fanfare/protocol';

/** The public side of the mall. */
export const publicShopOf = ({ items }: ShopDefinition): PublicShop => ({
  items: items.map(({ id, name, image, cost, per_person }) => ({ id, name, image, cost, per_person })),
});
