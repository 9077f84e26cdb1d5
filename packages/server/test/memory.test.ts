import { expect, it } from 'vitest';
import { memoryStore } from '../src/memory/index.js';
import { testStore } from './store.contract.js';

testStore('memory', memoryStore);

it('goes back to a snapshot', async () => {
  const store = memoryStore();
  await store.transaction((tx) => tx.setStock('a', 'cup', 3));
  const snapshot = await store.snapshot();
  await store.transaction((tx) => tx.takeStock('a', 'cup'));
  await store.restore(snapshot);
  const stock = () => store.read((reader) => reader.stock('a'));
  expect(await stock()).toEqual([{ prize: 'cup', total: 3, left: 3, awarded: 0 }]);
  await store.transaction((tx) => tx.takeStock('a', 'cup'));
  await store.restore(snapshot);
  expect(await stock()).toEqual([{ prize: 'cup', total: 3, left: 3, awarded: 0 }]);
});
