// The sealer: gives committed draws their places in the log and chains them. Never inside a draw's transaction, so no
// draw waits for another one; one sealer at a time for each activity, whatever the number of copies.
import { entryHash, logStart } from '@fanfare/protocol/verify';
import type { LogHead, Store, Transaction } from '../store.js';
import { unhashedEntry } from './entry.js';

const AT_ONCE = 500;

async function sealSome(tx: Transaction, activity: string): Promise<number> {
  if (!(await tx.tryLock(`seal ${activity}`))) return 0;
  const draws = await tx.unsealedDraws(activity, AT_ONCE);
  if (draws.length === 0) return 0;
  const epochs = new Map((await tx.epochs(activity)).map((epoch) => [epoch.epoch, epoch]));
  const head: LogHead = (await tx.logHead(activity)) ?? { sequence: 0, hash: logStart(activity) };
  let { sequence, hash } = head;
  const sealed = draws.map((draw) => {
    sequence++;
    hash = entryHash(hash, epochs.get(draw.epoch)!, unhashedEntry(draw, sequence));
    return { sequence, draw: draw.id, hash };
  });
  await tx.sealDraws(activity, sealed);
  return sealed.length;
}

/** Seals an activity's committed draws, a bounded number in each transaction. Answers how many there were. */
export async function sealDraws(store: Store, activity: string): Promise<number> {
  let count = 0;
  for (;;) {
    const sealed = await store.transaction((tx) => sealSome(tx, activity));
    count += sealed;
    if (sealed < AT_ONCE) return count;
  }
}

/** {@link sealDraws} of every activity. */
export async function sealAll(store: Store): Promise<number> {
  let count = 0;
  for (const id of await store.read((reader) => reader.activityIds())) count += await sealDraws(store, id);
  return count;
}
