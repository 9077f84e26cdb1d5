import { fakeActivity, testWidget } from '@fanfare/core/testing';
import { novelty } from '../src/index.js';

const at = (hours: number) => new Date(Date.parse('2026-12-31T12:00:00Z') + hours * 3_600_000).toISOString();
const inPhase = (start: number, end: number) => () => ({
  activity: fakeActivity({ definition: { schedule: { start_at: at(start), end_at: at(end) } } }).activity,
});
const options = inPhase(-1, 1);

testWidget(novelty, {
  options,
  badOptions: { look: 'loud', most: 0 },
  states: {
    'not started': { options: inPhase(1, 2) },
    live: { options },
    'all waves used': {
      options: () => ({ ...options(), most: 1 }),
      reach: (root) => root.querySelector<HTMLButtonElement>('[part~="wave"]')?.click(),
    },
    ended: { options: inPhase(-2, -1) },
  },
});
