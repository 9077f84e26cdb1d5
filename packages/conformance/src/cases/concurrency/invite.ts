import { defineCase } from '../../case.js';
import { check } from '../../verdict.js';
import { accept, codeOf } from '../invite/people.js';

export const mutual = defineCase({
  clause: 'concurrency.invite',
  says: 'Two who accept each other at once do not both succeed, and a friend who accepts many inviters at once has one.',
  fix: 'Lock both lineages in one order before the tie is made.',
  needs: ['members', 'own'],
  features: ['invite'],
  isAlone: true,
  async run(trial) {
    const stage = await trial.own();
    for (let round = 0; round < 8; round++) {
      const [ming, mei] = [await stage.member(), await stage.member()];
      const [codeOfMing, codeOfMei] = [await codeOf(stage, ming), await codeOf(stage, mei)];
      const pair = await Promise.all([accept(stage, ming, codeOfMei), accept(stage, mei, codeOfMing)]);
      for (const answer of pair) if (answer.status !== 200) answer.refused('invite_cycle');
      check(pair.filter(({ status }) => status === 200).length === 1, 'one tie, not two', ...pair);
    }
    const codes = await Promise.all(
      Array.from({ length: 12 }, async () => codeOf(stage, await stage.member())),
    );
    const friend = await stage.member();
    const answers = await Promise.all(codes.map((code) => accept(stage, friend, code)));
    for (const answer of answers) if (answer.status !== 200) answer.refused('invite_repeat');
    check(answers.filter(({ status }) => status === 200).length === 1, 'one inviter', answers[0]!);
  },
});
