import { verifyDraw, verifyLog } from '@fanfare/protocol/verify';
import { defineCase } from '../../case.js';
import { check, NotCertified } from '../../verdict.js';
import { readFairness, sealedLog } from './log.js';

export const chain = defineCase({
  clause: 'fairness.log',
  says: 'Every answered draw stands in the public log within seconds: numbered without a gap, chained by hashes, as it was told, and without the name of anybody. With the salt of `me` participants find and verify their own.',
  fix: 'Chain committed draws in sequence, outside the draw’s transaction; see @fanfare/protocol/verify for every hash.',
  needs: ['own', 'members'],
  features: ['lottery'],
  async run({ own }) {
    const stage = await own();
    const seen = (await readFairness(stage)).fairness.epochs;
    const people = await Promise.all([1, 2, 3].map(() => stage.drawer()));
    const told = await Promise.all(
      people.map(async (person) => {
        const client_seed = crypto.randomUUID();
        const answer = await stage.draw(person, { body: { client_seed } });
        return { person, client_seed, draw: answer.ok('lottery.draw').draw };
      }),
    );
    const { entries, answer } = await sealedLog(
      stage,
      told.map(({ draw }) => draw.id),
    );
    check(
      people.every(({ id }) => !answer.text.includes(id)),
      'a log without ids of participants',
      answer,
    );
    const { fairness, answer: proof } = await readFairness(stage);
    const report = verifyLog({ activity: stage.id, fairness: { epochs: fairness.epochs }, entries, seen });
    check(
      report.ok,
      `a log that verifies; ${report.findings.map(({ detail }) => detail).join(' ')}`,
      proof,
      answer,
    );
    for (const { person, client_seed, draw } of told) {
      const { participant, answer: me } = await stage.me(person);
      if (participant.salt === undefined)
        throw new NotCertified('`me` tells no salt to find one’s own draws by');
      const entry = entries.find((one) => one.draw === draw.id)!;
      const { salt, id } = participant;
      const own = verifyDraw({
        activity: stage.id,
        participant: id,
        salt,
        client_seed,
        draw,
        fairness,
        entry,
      });
      check(
        own.ok,
        `a draw that verifies; ${own.findings.map(({ detail }) => detail).join(' ')}`,
        me,
        answer,
      );
    }
  },
});
