// Any order of events, faults, deaths and waits: what was stored is at the server exactly once in the end.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createIntake, type Mood } from './support/intake.js';
import { createMemoryDevice } from './support/memory-store.js';
import { openPage, type TestPage } from './support/page.js';

interface Model {
  /** Marks of events that `track` said are stored. */
  stored: Set<number>;
  next: number;
}
interface Real {
  device: ReturnType<typeof createMemoryDevice>;
  intake: ReturnType<typeof createIntake>;
  pages: TestPage[];
}
type Command = fc.AsyncCommand<Model, Real>;

const always = () => true;
const pageOf = ({ pages }: Real, i: number) => pages[i % pages.length]!;
/** No mark is at the server under two ids; none is there that nobody tracked; none is nowhere. */
function check({ stored, next }: Model, { device, intake, pages }: Real) {
  const marks = [...intake.accepted.values()] as number[];
  expect(new Set(marks).size).toBe(marks.length);
  expect(marks.every((mark) => mark < next)).toBe(true);
  const somewhere = new Set(marks);
  const loose = pages.flatMap((page) => [...page.state.loose.values()]);
  for (const { json } of [...device.rows.values(), ...loose]) somewhere.add(JSON.parse(json).props.n);
  expect([...stored].filter((mark) => !somewhere.has(mark))).toEqual([]);
}
const command = (name: string, run: (model: Model, real: Real) => Promise<void>): Command => ({
  check: always,
  toString: () => name,
  async run(model, real) {
    await run(model, real);
    check(model, real);
  },
});

const track = (page: number, count: number) =>
  command(`track ${count} on ${page}`, async (model, real) => {
    const marks = Array.from({ length: count }, () => model.next++);
    const kept = await Promise.all(marks.map((n) => pageOf(real, page).track('test.done', { n })));
    for (const [i, mark] of marks.entries()) if (kept[i] === 'stored') model.stored.add(mark);
  });
const flush = (page: number, mood: Mood) =>
  command(`flush on ${page}: ${mood}`, async (_, real) => {
    real.intake.set(mood);
    const { sender, world } = pageOf(real, page);
    const flushing = sender.flush();
    await world.advance(20_000);
    await flushing;
  });
const wait = (page: number, ms: number) =>
  command(`wait ${ms}`, (_, real) => pageOf(real, page).world.advance(ms));
const die = (page: number) =>
  command(`${page} dies`, async (_, real) => {
    const i = page % real.pages.length;
    real.pages[i]!.die();
    real.pages[i] = open(real);
  });
const breakDisk = (page: number) =>
  command('the disk fails for a while', async (model, real) => {
    real.device.fail(new Error('closing'));
    const n = model.next++;
    expect(await pageOf(real, page).track('test.done', { n })).toBe('memory');
    real.device.fail(undefined);
    await pageOf(real, page).world.advance(31_000);
    model.stored.add(n);
  });

let opened = 0;
function open({ device, intake }: Pick<Real, 'device' | 'intake'>): TestPage {
  const page = openPage(device);
  page.world.shiftWall(++opened);
  page.world.respond(intake.answer);
  return page;
}

it('loses nothing and doubles nothing', async () => {
  const index = fc.nat(1);
  const moods = fc.constantFrom<Mood>('ok', 'error', 'lost', 'html', 'busy', 'half', 'offline', 'refuses');
  const commands = fc.commands(
    [
      fc.tuple(index, fc.integer({ min: 1, max: 130 })).map(([page, count]) => track(page, count)),
      fc.tuple(index, moods).map(([page, mood]) => flush(page, mood)),
      fc.tuple(index, fc.integer({ min: 1, max: 60_000 })).map(([page, ms]) => wait(page, ms)),
      index.map(die),
      index.map(breakDisk),
    ],
    { maxCommands: 12 },
  );
  await fc.assert(
    fc.asyncProperty(commands, async (list) => {
      const model: Model = { stored: new Set(), next: 0 };
      const parts = { device: createMemoryDevice(), intake: createIntake() };
      const real: Real = { ...parts, pages: [open(parts), open(parts)] };
      await fc.asyncModelRun(() => ({ model, real }), list);
      // The world heals, and the page is opened once more: everything arrives. The pages before may hold back an event
      // that was refused alone, until they see another one accepted.
      real.intake.set('ok');
      real.pages.push(open(parts));
      for (let i = 0; i < 40 && real.device.rows.size > 0; i++)
        for (const { world } of real.pages) {
          const page = pageOf(real, i);
          await Promise.all([page.sender.flush(), world.advance(30_000)]);
        }
      const arrived = new Set(real.intake.accepted.values());
      expect([...model.stored].filter((mark) => !arrived.has(mark))).toEqual([]);
      expect(arrived.size).toBe(real.intake.accepted.size);
      for (const page of real.pages) page.die();
    }),
    { numRuns: process.env.FANFARE_FULL ? 500 : 60 },
  );
}, 120_000);
