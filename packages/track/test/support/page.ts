// A page with the queue of a tracker, over a device in memory, a fake world and a server of the test's.

import { createId } from '@fanfare/core/identifier';
import { type FakeEnvironment, fakeEnvironment } from '@fanfare/core/testing';
import { createBounds } from '../../src/delivery/bounds.js';
import { createFallback } from '../../src/delivery/fallback.js';
import { createKeepaliveBudget } from '../../src/delivery/keepalive-budget.js';
import { createSender } from '../../src/delivery/sender.js';
import { createEvents } from '../../src/event/create-events.js';
import { createKeeper } from '../../src/intake/keeper.js';
import { createPageState } from '../../src/intake/page-state.js';
import { createLedger } from '../../src/ledger.js';
import type { MemoryDevice } from './memory-store.js';

export function openPage(device: MemoryDevice, world: FakeEnvironment = fakeEnvironment()) {
  const pid = createId(world);
  const state = createPageState();
  const ledger = createLedger();
  const bounds = createBounds(device.store);
  const createRow = createEvents({ pid, now: world.wall, context: () => '{"visitor":"v"}' });
  let isAlive = true;
  const forget = (keys: readonly string[]) => {
    for (const key of keys) for (const map of [state.rows, state.unsaved, state.loose]) map.delete(key);
  };
  const keeper = createKeeper({
    append: device.append,
    state,
    tell: ledger.tell,
    trim: bounds.trim,
    fallback: (rows, error) => fallback(rows, error),
  });
  const sender = createSender({
    name: 'test',
    key: 'k',
    pid,
    world,
    now: world.wall,
    store: device.store,
    state,
    ledger,
    budget: createKeepaliveBudget(),
    holds: { hold() {}, read: () => ({ keys: [], wait: undefined }) },
    connection: () => (isAlive ? { endpoint: 'https://api.example', fetch: world.fetch } : undefined),
    token: () => undefined,
    onClaim: ({ left }) => bounds.correct(left),
    onDone(done, dead) {
      ledger.tell(done, 'acked');
      ledger.tell(dead, 'rejected');
      forget([...done, ...dead]);
    },
    report: async () => {},
  });
  const { store } = keeper;
  const fallback = createFallback({
    state,
    world,
    ledger,
    store,
    relieve: bounds.relieve,
    soon: sender.soon,
  });
  return {
    world,
    state,
    ledger,
    sender,
    keeper,
    track: (name: string, properties?: object) => keeper.keep(createRow(name, properties)!),
    /** The page is gone: nothing of it runs any more. */
    die() {
      isAlive = false;
      sender.stop();
    },
  };
}
export type TestPage = ReturnType<typeof openPage>;
