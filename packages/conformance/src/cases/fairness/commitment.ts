import { defineCase } from '../../case.js';
import { check } from '../../verdict.js';
import { readFairness } from './log.js';

const HASH = /^[0-9a-f]{64}$/;

export const commitmentFirst = defineCase({
  clause: 'fairness.commitment',
  says: 'Before the first draw the commitment to the seed and to the rules is public (SHA-256, hex), for every page and cacheable; the seed is not, until the close.',
  fix: 'Make the seed when the lottery is stored, publish its hash at once, the seed only after the end.',
  needs: ['own'],
  features: ['lottery'],
  async run({ own }) {
    const stage = await own();
    const { fairness, answer } = await readFairness(stage);
    const [epoch] = fairness.epochs;
    check(fairness.epochs.length === 1 && epoch !== undefined, 'one epoch before any draw', answer);
    check(HASH.test(epoch.seed_hash) && HASH.test(epoch.rules_hash), 'two hashes of 64 hex digits', answer);
    check(epoch.seed === undefined && epoch.closed_at === undefined, 'neither a seed nor a close', answer);
    check(/\bpublic\b/.test(answer.header('Cache-Control')), 'Cache-Control: public', answer);
    check(answer.header('Access-Control-Allow-Origin') === '*', 'Access-Control-Allow-Origin: *', answer);
  },
});
