import { defineCase } from '../../case.js';
import { check } from '../../verdict.js';
import { atOnce } from './at-once.js';

export const fact = defineCase({
  clause: 'concurrency.fact',
  says: 'A fact that is sent 64 times at once grants once.',
  fix: 'Insert with ON CONFLICT DO NOTHING and grant only when a row was new.',
  needs: ['members', 'own', 'facts'],
  features: ['lottery'],
  isAlone: true,
  async run(trial) {
    const stage = await trial.own();
    const person = await stage.member();
    const id = trial.unique('fact');
    const answers = await atOnce(trial, () => stage.fact(person, 'watched', id));
    const recorded = answers.filter((answer) => answer.ok('fact.record').status === 'recorded').length;
    check(recorded === 1, `one answer "recorded", not ${recorded}`, answers[0]!);
    const { granted } = (await stage.me(person)).sections.chances!;
    check(granted === 5, `5 chances granted, not ${granted}`, answers[0]!);
  },
});
