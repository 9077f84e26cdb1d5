// A store that ends the process at a chosen moment of a draw, as a power cut would.
import type { Store, Transaction } from '../../src/store.js';

/** Before the n-th statement of the draw; while its commit is on the way; or after it, before anybody is told. */
export type Moment = number | 'during-commit' | 'after-commit';

/** Arms a store against one draw, the one whose idempotency key is `key`. */
export function armStore(store: Store, key: string, moment: Moment): Store {
  const die = () => {
    process.kill(process.pid, 'SIGKILL');
    return new Promise<never>(() => {});
  };
  return {
    ...store,
    async transaction(work) {
      let isTarget = false;
      let statements = 0;
      const watched = (tx: Transaction): Transaction =>
        new Proxy(tx, {
          get: (target, name) => {
            const verb = Reflect.get(target, name);
            return async (...parameters: unknown[]) => {
              if (name === 'tryLock') isTarget = String(parameters[0]).includes(JSON.stringify(key));
              if (isTarget && ++statements === moment) await die();
              return verb.apply(target, parameters);
            };
          },
        });
      const result = await store.transaction(async (tx) => {
        const done = await work(watched(tx));
        if (isTarget && moment === 'during-commit') setImmediate(die);
        return done;
      });
      if (isTarget && moment === 'after-commit') await die();
      return result;
    },
  };
}
