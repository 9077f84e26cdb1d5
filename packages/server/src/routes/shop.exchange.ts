import { exchange } from '../shop/shop.exchange.js';
import type { Handler } from './call.js';
import { answerKeyed } from './keyed-call.js';

/** One key, one exchange of points for the item that the address names. */
export const shopExchange: Handler = (call) => {
  const itemId = call.params.item!;
  return answerKeyed(call, 'shop.exchange', itemId, ({ tx, activity, identity }) =>
    exchange(tx, call.env, activity, { identity, itemId }),
  );
};
