import { defineCase } from '../../case.js';
import { check } from '../../verdict.js';
import { atOnce } from './at-once.js';
import { scarce } from './scarce.js';

export const chance = defineCase({
  clause: 'concurrency.chance',
  says: 'One chance and 64 keys at once make one draw; the rest are 409 `no_chances`.',
  fix: 'Take the chance with one conditional UPDATE.',
  needs: ['members', 'own'],
  features: ['lottery'],
  isAlone: true,
  async run(trial) {
    const stage = await trial.own(scarce(1000, 1));
    const person = await stage.drawer();
    const answers = await atOnce(trial, () => stage.draw(person));
    const drawn = answers.filter(({ status }) => status === 200);
    for (const answer of answers.filter(({ status }) => status !== 200)) answer.refused('no_chances');
    check(drawn.length === 1, `one draw, not ${drawn.length}`, (drawn[1] ?? answers[0])!);
    const { sections, answer } = await stage.me(person);
    const { rewards, chances } = sections;
    check(
      rewards!.items.length === 1 && chances!.used === 1,
      'one reward and one used chance in `me`',
      answer,
    );
  },
});
