import { describe, expect, it } from 'vitest';
import { type LotteryEvent, type LotteryState, type Play, reduce } from '../src/lottery.state';
import { drawOf, world } from './lottery.sample';

const draw = drawOf('coupon');
const newer = { ...world, chances: { ...world.chances!, revision: 2, left: 2 } };
const state = (play: Play): LotteryState => ({ ...play, world, latest: newer, isSoundOn: false });

const states: { [name: string]: LotteryState } = {
  rest: state({ phase: 'rest' }),
  asking: state({ phase: 'asking', isResumed: false }),
  resumed: state({ phase: 'asking', isResumed: true }),
  landing: state({ phase: 'landing', isResumed: false, draw }),
  shown: state({ phase: 'shown', draw }),
  refused: state({ phase: 'refused', code: 'denied' }),
  failed: state({ phase: 'failed', code: 'timeout' }),
};

const events: { [name: string]: LotteryEvent } = {
  spin: { type: 'spin' },
  resume: { type: 'resume' },
  retry: { type: 'retry' },
  drawn: { type: 'drawn', draw },
  landed: { type: 'landed' },
  refused: { type: 'refused', code: 'ended' },
  failed: { type: 'failed', code: 'offline' },
  forget: { type: 'forget' },
  dismiss: { type: 'dismiss' },
};

/** The phase after each event, by phase before; a dot is "nothing changes". */
const table = `
           spin    resume  retry   drawn    landed  refused  failed  forget  dismiss
  rest     asking  asking  .       .        .       .        .       rest    .
  asking   .       .       .       landing  .       refused  failed  rest    .
  resumed  .       .       .       landing  .       rest     failed  rest    .
  landing  .       .       .       .        shown   .        .       rest    .
  shown    asking  asking  .       .        .       .        .       rest    rest
  refused  asking  asking  .       .        .       .        .       rest    rest
  failed   .       asking  asking  landing  .       refused  failed  rest    .
`;

const [head, ...rows] = table
  .trim()
  .split('\n')
  .map((row) => row.trim().split(/\s+/));

describe.each(rows)('%s', (name, ...afters) => {
  it.each(head!.map((event, index) => [event, afters[index]!]))('%s -> %s', (event, after) => {
    const before = states[name!]!;
    const next = reduce(before, events[event!]!);
    if (after === '.') expect(next).toBe(before);
    else expect(next.phase).toBe(after);
  });
});

it('shows nothing new from the tap until the landing, so that nothing gives the prize away', () => {
  const asking = reduce(states.rest!, events.spin!);
  const won = { ...newer, rewards: [{ id: 'reward' }] as never };
  const told = reduce(asking, { type: 'learned', world: won });
  const landing = reduce(told, events.drawn!);
  expect(landing.world.rewards).toEqual([]);
  expect(reduce(landing, events.landed!).world).toBe(won);
});

it('a resumed draw, and an answer that came late, need no long spin', () => {
  expect(reduce(states.resumed!, events.drawn!)).toMatchObject({ phase: 'landing', isResumed: true });
  expect(reduce(states.failed!, events.drawn!)).toMatchObject({ phase: 'landing', isResumed: true });
  expect(reduce(states.asking!, events.drawn!)).toMatchObject({ phase: 'landing', isResumed: false });
});

it('a code opens a draw without a chance, and nothing else does', () => {
  const empty = { ...world, chances: { ...world.chances!, left: 0 } };
  const without: LotteryState = { ...states.rest!, world: empty, latest: empty };
  expect(reduce(without, { type: 'spin' })).toBe(without);
  expect(reduce(without, { type: 'spin', code: 'A1' }).phase).toBe('asking');
});

it.each(['warmup', 'ended'] as const)('in %s nothing can be drawn, with or without a code', (phase) => {
  const closed: LotteryState = { ...states.rest!, world: { ...world, phase } };
  expect(reduce(closed, { type: 'spin', code: 'A1' })).toBe(closed);
});

it('remembers the choice of sound through everything', () => {
  const loud = reduce(states.rest!, { type: 'hush', isSoundOn: true });
  for (const event of Object.values(events)) expect(reduce(loud, event).isSoundOn).toBe(true);
});
