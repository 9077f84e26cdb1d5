import { verifyLog } from '@fanfare/protocol/verify';
import { defineCase } from '../../case.js';
import { at } from '../../definitions.js';
import { check } from '../../verdict.js';
import { readFairness, sealedLog } from './log.js';

const HOUR = 3_600_000;
/** No copy of a backend draws any more by then. */
const LATER_MS = 10 * 60_000;

export const reveal = defineCase({
  clause: 'fairness.reveal',
  says: 'After the close seeds and rules are public, match the commitments, and every draw of the log can be made again from them.',
  fix: 'Publish the seed of each epoch some moments after nobody can draw with it any more.',
  needs: ['own', 'members', 'clock'],
  features: ['lottery'],
  isAlone: true,
  async run({ own, clock }) {
    const end = clock.now() + HOUR;
    const stage = await own({ schedule: { start_at: at(end - 2 * HOUR), end_at: at(end) } });
    const seen = (await readFairness(stage)).fairness.epochs;
    const person = await stage.drawer();
    const draws = [];
    for (let turn = 0; turn < 3; turn++) draws.push((await stage.draw(person)).ok('lottery.draw').draw.id);
    const { entries } = await sealedLog(stage, draws);
    try {
      await clock.set(end + LATER_MS);
      const { fairness, answer } = await readFairness(stage);
      check(
        fairness.epochs.every(({ seed, rules }) => seed && rules),
        'seed and rules of every epoch',
        answer,
      );
      const report = verifyLog({ activity: stage.id, fairness, entries, seen });
      check(
        report.ok,
        `a log that verifies; ${report.findings.map(({ detail }) => detail).join(' ')}`,
        answer,
      );
      check(
        report.replayed === entries.length,
        `all ${entries.length} draws made again, not ${report.replayed}`,
        answer,
      );
    } finally {
      await clock.set(null);
    }
  },
});
