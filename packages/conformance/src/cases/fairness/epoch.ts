import { defineCase } from '../../case.js';
import { check } from '../../verdict.js';
import { readFairness } from './log.js';

const lotteryWith = (weight: number) => ({
  prizes: [
    { id: 'cup', name: { '*': 'Cup' }, kind: 'goods' as const, weight },
    { id: 'luck', name: { '*': 'Good luck' }, kind: 'none' as const, weight: 5 },
  ],
  chances: [{ id: 'joined', fact: 'joined', chances: 3 }],
});

export const epochByChange = defineCase({
  clause: 'fairness.epoch',
  says: 'A change of odds closes the epoch and opens another one, with a commitment of its own; the old commitment stays as it was. Draws name their epoch.',
  fix: 'Compare the prize table when a definition is stored; make a new seed when it differs.',
  needs: ['own', 'members'],
  features: ['lottery'],
  async run({ own, world }) {
    const stage = await own({ lottery: lotteryWith(2) });
    const person = await stage.drawer();
    const before = (await readFairness(stage)).fairness.epochs[0]!;
    const first = await stage.draw(person);
    check(first.ok('lottery.draw').draw.epoch === before.epoch, `a draw of epoch ${before.epoch}`, first);
    await world.put({ id: stage.id, lottery: lotteryWith(3) });
    const { fairness, answer } = await readFairness(stage);
    const [closed, open] = fairness.epochs;
    check(fairness.epochs.length === 2 && closed !== undefined && open !== undefined, 'two epochs', answer);
    check(
      closed.closed_at !== undefined && open.closed_at === undefined,
      'the first closed, the second open',
      answer,
    );
    const isKept = closed.seed_hash === before.seed_hash && closed.rules_hash === before.rules_hash;
    check(
      isKept && open.seed_hash !== before.seed_hash,
      'the old hashes as they were, another seed now',
      answer,
    );
    const drawn = await stage.draw(person);
    check(drawn.ok('lottery.draw').draw.epoch === open.epoch, `a draw of epoch ${open.epoch}`, drawn);
  },
});
