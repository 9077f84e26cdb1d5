// Many requests, one transaction: who is told what.
import { expect, it } from 'vitest';
import { type AddEvents, gatherEvents } from '../src/events/gather.js';
import { type StoredEvent, StoreUnavailable } from '../src/store.js';

const event = (id: string, project = 'demo') => ({ id, project }) as StoredEvent;
const idsOf = (events: readonly StoredEvent[]) => events.map(({ id }) => id);

/** A store whose writes end when the test says so. */
function openStore() {
  const writes: { ids: string[]; end(error?: Error): void }[] = [];
  const there = new Set<string>();
  const write: AddEvents = (events) =>
    new Promise((resolve, reject) => {
      const end = (error?: Error) => {
        if (error) return reject(error);
        const added = idsOf(events).filter((id) => !there.has(id));
        for (const id of added) there.add(id);
        resolve(new Set(added));
      };
      writes.push({ ids: idsOf(events), end });
    });
  return { writes, write };
}
const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

it('what comes while a write is under way goes together, and is answered after its own', async () => {
  const { writes, write } = openStore();
  const add = gatherEvents(write, { width: 1 });
  const answers: string[] = [];
  const requests = ['a', 'b', 'c'].map((id) => add([event(id)]).then((added) => answers.push(...added)));
  expect(writes.map(({ ids }) => ids)).toEqual([['a']]);
  writes[0]!.end();
  await settle();
  expect(answers).toEqual(['a']);
  expect(writes[1]!.ids).toEqual(['b', 'c']);
  writes[1]!.end();
  await Promise.all(requests);
  expect(answers).toEqual(['a', 'b', 'c']);
});

it('an event that two requests bring is new for the first and a duplicate for the other', async () => {
  const { writes, write } = openStore();
  const add = gatherEvents(write, { width: 1 });
  const requests = [add([event('z')]), add([event('a'), event('b')]), add([event('b'), event('c')])];
  writes[0]!.end();
  await settle();
  expect(writes[1]!.ids).toEqual(['a', 'b', 'c']);
  writes[1]!.end();
  expect((await Promise.all(requests)).map((added) => [...added])).toEqual([['z'], ['a', 'b'], ['c']]);
});

it('a write has events of one project, and no more than its bound but for one large request', async () => {
  const { writes, write } = openStore();
  const add = gatherEvents(write, { width: 1, most: 3 });
  const many = Array.from({ length: 5 }, (_, n) => event(`m${n}`));
  const requests = [
    add([event('z')]),
    add([event('a')]),
    add([event('x', 'other')]),
    add([event('b')]),
    add(many),
    add([event('c')]),
  ];
  for (let at = 0; at < 4; at++) {
    writes[at]!.end();
    await settle();
  }
  expect(writes.map(({ ids }) => ids)).toEqual([['z'], ['a', 'b', 'c'], ['x'], idsOf(many)]);
  await Promise.all(requests);
});

it("a request that the store cannot take spoils no other; a store that is away is everybody's trouble", async () => {
  const { writes, write } = openStore();
  const add = gatherEvents(write, { width: 1 });
  const good = [add([event('z')]), add([event('a')])];
  const bad = add([event('poison')]);
  const refused = expect(bad).rejects.toThrow('no such text');
  writes[0]!.end();
  await settle();
  writes[1]!.end(new Error('no such text'));
  await settle();
  writes[2]!.end();
  await settle();
  writes[3]!.end(new Error('no such text'));
  await refused;
  expect((await Promise.all(good)).map((added) => [...added])).toEqual([['z'], ['a']]);

  const away = [add([event('1')]), add([event('2')]), add([event('3')])];
  const all = Promise.allSettled(away);
  writes[4]!.end(new StoreUnavailable('away'));
  await settle();
  writes[5]!.end(new StoreUnavailable('away'));
  expect((await all).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  expect(writes).toHaveLength(6);
});
