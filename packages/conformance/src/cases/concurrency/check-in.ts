import { defineCase } from '../../case.js';
import { check } from '../../verdict.js';
import { checkIn } from '../checkin/check-in.js';
import { atOnce } from './at-once.js';

export const checkin = defineCase({
  clause: 'concurrency.checkin',
  says: '64 check-ins of one person at once are one day with its points.',
  fix: 'Make (activity, participant, day) unique, and points by what they are for.',
  needs: ['members', 'own'],
  features: ['checkin'],
  isAlone: true,
  async run(trial) {
    const stage = await trial.own();
    const person = await stage.member();
    const answers = await atOnce(trial, () => checkIn(stage, person));
    for (const answer of answers) answer.ok('checkin.create');
    const { checkin, points } = (await stage.me(person)).sections;
    check(checkin!.days.length === 1, `one day, not ${checkin!.days.length}`, answers[0]!);
    check(
      points!.balance === 10 && points!.history.length === 1,
      `10 points, not ${points!.balance}`,
      answers[0]!,
    );
  },
});
