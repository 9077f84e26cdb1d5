import { describe, expect, it } from 'vitest';
import { type CheckinEvent, type CheckinState, canAsk, reduce } from '../src/checkin.state';
import type { Wish } from '../src/checkin.wish';
import { dayOf, plan, world } from './checkin.sample';

const wish: Wish = { kind: 'today' };
const rest: CheckinState = { world, ask: { phase: 'rest' } };
const asking: CheckinState = { world, ask: { phase: 'asking', wish } };
const failed: CheckinState = { world, ask: { phase: 'failed', wish, code: 'timeout' } };
const refused: CheckinState = { world, ask: { phase: 'refused', wish, code: 'denied' } };
const done: CheckinState = { world, ask: { phase: 'done', wish, gain: 10 } };
const checked = { ...world, checkin: { ...world.checkin!, days: [dayOf('2026-12-31')] } };
const tomorrow = { ...world, today: '2027-01-01', isNewDay: true };

describe('reduce', () => {
  it.each<[string, CheckinState, CheckinEvent, CheckinState]>([
    ['asks', rest, { type: 'ask', wish }, asking],
    ['asks once', asking, { type: 'ask', wish }, asking],
    ['asks again after no answer', failed, { type: 'ask', wish }, asking],
    ['asks for a new thing after a refusal', refused, { type: 'ask', wish }, asking],
    ['takes an answer', asking, { type: 'answered', gain: 10 }, done],
    ['takes no answer that nobody waits for', rest, { type: 'answered', gain: 10 }, rest],
    ['keeps a refusal', asking, { type: 'refused', code: 'denied' }, refused],
    ['keeps a failure', asking, { type: 'failed', code: 'timeout' }, failed],
    ['closes what is told', done, { type: 'dismiss' }, rest],
    ['does not close an unanswered tap', failed, { type: 'dismiss' }, failed],
    ['forgets for another person', asking, { type: 'forget' }, rest],
    ['goes on with a kept tap', rest, { type: 'resume', wish }, asking],
    ['a new day is not done', done, { type: 'learned', world: tomorrow }, { ...rest, world: tomorrow }],
    ['the same day stays done', done, { type: 'learned', world: checked }, { ...done, world: checked }],
  ])('%s', (_, state, event, next) => expect(reduce(state, event)).toEqual(next));
});

describe('what may be asked for', () => {
  const can = (asked: Wish, change = {}) => canAsk({ ...rest, world: { ...world, ...change } }, asked);

  it('today once, and words afterwards', () => {
    expect(can(wish)).toBe(true);
    expect(can(wish, checked)).toBe(false);
    expect(can({ kind: 'today', text: 'Hello' }, checked)).toBe(true);
  });

  it('missed days only', () => {
    expect(can({ kind: 'make_up', day: '2026-12-29', pay: 'quota' })).toBe(true);
    for (const day of ['2026-12-28', '2026-12-31', '2027-01-02'])
      expect(can({ kind: 'make_up', day, pay: 'quota' })).toBe(false);
  });

  it('items that the points suffice for, unless the mall is paused', () => {
    expect(can({ kind: 'exchange', item: 'cup' })).toBe(true);
    expect(can({ kind: 'exchange', item: 'bike' })).toBe(false);
    expect(can({ kind: 'exchange', item: 'unknown' })).toBe(false);
    expect(can({ kind: 'exchange', item: 'cup' }, { paused: ['shop'] })).toBe(false);
    expect(can({ kind: 'exchange', item: 'cup' }, { paused: ['checkin'] })).toBe(true);
  });

  it('nothing before, after and without the plan', () => {
    for (const change of [{ phase: 'warmup' }, { phase: 'ended' }, { plan: undefined }, { isKnown: false }])
      expect(can(wish, change)).toBe(false);
    expect(can(wish, { plan: { ...plan, lap_days: 21 } })).toBe(true);
  });
});
