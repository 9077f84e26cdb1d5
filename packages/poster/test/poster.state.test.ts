// The gallery's states by event: what stands in front decides what the page shows.
import { describe, expect, it } from 'vitest';
import { asleep, type PosterEvent, type PosterState, reduce } from '../src/poster.state.js';

const shape = { width: 750, height: 1334 };
const card = (id: string, rest: object = {}) => ({ id, name: id, shape, asks: [], print: '1', ...rest });
const picture = { url: 'blob:1', alt: 'A', width: 1080, height: 1920 };
const trouble = { code: 'qr_unreadable', message: 'Layer "qr": ...' };

const woke: PosterEvent = { type: 'woke', place: { isWechat: false, isPhone: true } };
const offered = (...cards: ReturnType<typeof card>[]): PosterEvent => ({ type: 'offered', cards, texts: [] });
const made = (id: string): PosterEvent => ({ type: 'made', id, picture, canShare: true });
const after = (...events: PosterEvent[]): PosterState => events.reduce(reduce, asleep);

describe('the phase', () => {
  const two = offered(card('a'), card('b'));
  const asking = offered(card('a', { asks: ['nickname'] }));
  it.each([
    ['asleep', []],
    ['waiting', [woke]],
    ['offline', [{ type: 'lost' }]],
    ['waiting', [{ type: 'lost' }, woke]],
    ['empty', [woke, { type: 'emptied' }]],
    ['rendering', [woke, two]],
    ['rendering', [woke, two, { type: 'started', id: 'a' }]],
    ['ready', [woke, two, made('a')]],
    ['rendering', [woke, two, made('a'), { type: 'choose', id: 'b' }]],
    ['ready', [woke, two, made('a'), { type: 'choose', id: 'unknown' }]],
    ['failed', [woke, two, { type: 'failed', id: 'a', trouble }]],
    ['rendering', [woke, two, { type: 'failed', id: 'b', trouble }]],
    ['asking', [woke, asking, made('a')]],
    ['failed', [woke, asking, { type: 'failed', id: 'a', trouble }]],
    ['asking', [woke, asking, made('a'), { type: 'answered', answers: { nickname: 'A' }, isFinal: false }]],
    ['ready', [woke, asking, made('a'), { type: 'answered', answers: {}, isFinal: true }]],
    ['asking', [woke, asking, made('a'), { type: 'answered', answers: {}, isFinal: true }, { type: 'ask' }]],
    [
      'ready',
      [woke, asking, { type: 'kept', kept: { chosen: 'a', answers: {}, hasAnswered: true } }, made('a')],
    ],
  ] as [string, PosterEvent[]][])('is %s %#', (phase, events) => {
    expect(after(...events).phase).toBe(phase);
  });
});

it('keeps a poster as long as it would be the same, and only to look at afterwards', () => {
  const first = after(woke, offered(card('a'), card('b')), made('a'), made('b'));
  const next = reduce(first, offered(card('a'), card('b', { print: '2' })));
  expect(next.cards[0]).toMatchObject({ work: { phase: 'ready' } });
  expect(next.cards[1]).toMatchObject({ work: { phase: 'waiting' }, last: picture });
});

it('hears no stage of a poster that is not being made', () => {
  const state = after(woke, offered(card('a')), made('a'));
  expect(reduce(state, { type: 'staged', id: 'a', stage: 'check', done: 0.8 })).toBe(state);
});

it('forgets a word about what was done when another scene comes to the front', () => {
  const state = after(woke, offered(card('a'), card('b')), made('a'), { type: 'told', notice: 'saved' });
  expect(reduce(state, { type: 'choose', id: 'b' }).notice).toBeUndefined();
});
