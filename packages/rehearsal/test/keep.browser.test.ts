// What is kept survives a reload, and two tabs are in one activity.
import { lotteryDraw } from '@fanfare/protocol/routes';
import { afterEach, expect, it } from 'vitest';
import { onStage, rehearse, show } from './rehearsal.page.js';

let count = 0;
const fresh = () => `test-${++count}-${Date.now()}`;
const open: { close(): void }[] = [];
const tab = (keep: string, more = {}) => {
  const rehearsal = rehearse({ clock: 'live', keep, ...more });
  open.push(rehearsal);
  return rehearsal;
};
afterEach(() => {
  for (const rehearsal of open.splice(0)) rehearsal.close();
  sessionStorage.clear();
});

async function enter(rehearsal: ReturnType<typeof tab>) {
  const activity = onStage(rehearsal);
  await activity.ready;
  return activity;
}

it('a reload finds the same person, time and draws', async () => {
  const keep = fresh();
  const before = tab(keep);
  await before.skip(3_600_000);
  const first = await enter(before);
  const drawn = await first.call(lotteryDraw, { body: { client_seed: 'seed' }, key: 'k' });
  const { id } = first.participant.value!;
  first.destroy();
  before.close();

  const after = tab(keep, { clock: 'warmup' });
  const second = await enter(after);
  expect(second.participant.value!.id).toBe(id);
  expect(second.section('chances').value).toMatchObject({ left: 2, used: 1 });
  expect(after.phase).toBe('live');
  expect(Math.abs(after.now() - before.now())).toBeLessThan(5000);
  expect(await second.call(lotteryDraw, { body: { client_seed: 'seed' }, key: 'k' })).toEqual(drawn);
  second.destroy();
});

it('two tabs share stock and time, and neither loses what the other did at the same moment', async () => {
  const lottery = {
    ...show.lottery!,
    prizes: show.lottery!.prizes.map((prize) =>
      prize.id === 'tea' ? { ...prize, stock: 2 } : { ...prize, weight: 0 },
    ),
  };
  const keep = fresh();
  const tabs = ['one', 'two'].map(() => tab(keep, { activity: { ...show, lottery } }));
  // The second tab finds what the first has kept of the guest: both are the same person.
  const activities = [await enter(tabs[0]!), await enter(tabs[1]!)];
  const drawn = await Promise.all(
    activities.flatMap((activity, at) =>
      [1, 2, 3].map((n) =>
        activity.call(lotteryDraw, { body: { client_seed: `${at}${n}` }, key: `k-${at}-${n}` }),
      ),
    ),
  );
  // A person has three chances, and two sets of tea are there.
  const won = drawn.filter((answer) => answer.ok && answer.value.draw.outcome === 'won');
  expect(drawn.filter(({ ok }) => ok)).toHaveLength(3);
  expect(won).toHaveLength(2);
  for (const rehearsal of tabs) expect((await rehearsal.exportState()).stored.draws).toHaveLength(3);

  await tabs[0]!.travel('ended');
  await expect.poll(() => tabs[1]!.phase).toBe('ended');
  for (const activity of activities) activity.destroy();
});

it('starting over forgets it in every tab', async () => {
  const keep = fresh();
  const [one, two] = [tab(keep), tab(keep)];
  const activity = await enter(one);
  await activity.call(lotteryDraw, { body: { client_seed: 'seed' }, key: 'k' });
  await two.reset();
  expect((await one.exportState()).stored.draws).toHaveLength(0);
  activity.destroy();
});

it('a picture that was handed in comes back from a file as it was', async () => {
  const keep = fresh();
  const rehearsal = tab(keep);
  await rehearsal.ready;
  const state = await rehearsal.exportState();
  const bytes = new Uint8Array([137, 80, 78, 71]);
  const copy = { ...state, stored: { ...state.stored, uploadBytes: [['u', bytes]] } };
  await rehearsal.importState(
    JSON.parse(JSON.stringify(copy, (_, v) => (v === bytes ? { $bytes: 'iVBORw==' } : v))),
  );
  const again = await rehearsal.exportState();
  expect(again.stored.uploadBytes).toEqual([['u', { $bytes: 'iVBORw==' }]]);
});
