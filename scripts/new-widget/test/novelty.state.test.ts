import { describe, expect, it } from 'vitest';
import { canWave, type NoveltyEvent, type NoveltyState, reduce, startState } from '../src/novelty.state.js';

const live: NoveltyState = { phase: 'live', waves: 0, left: 1 };
const spent: NoveltyState = { phase: 'live', waves: 1, left: 0 };
const wave: NoveltyEvent = { type: 'wave' };

describe('reduce', () => {
  it.each<[string, NoveltyState, NoveltyEvent, NoveltyState]>([
    ['follows the phase', startState(1), { type: 'turned', phase: 'live' }, live],
    ['uses a wave up', live, wave, spent],
    ['refuses one more', spent, wave, spent],
    ['refuses before the start', startState(1), wave, startState(1)],
    ['refuses after the end', { ...live, phase: 'ended' }, wave, { ...live, phase: 'ended' }],
  ])('%s', (_, state, event, next) => {
    expect(reduce(state, event)).toEqual(next);
  });
});

it('one can wave only live, and only with a wave left', () => {
  expect([startState(1), live, spent].map(canWave)).toEqual([false, true, false]);
});
