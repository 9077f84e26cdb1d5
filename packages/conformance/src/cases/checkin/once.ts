import { defineCase } from '../../case.js';
import { check } from '../../verdict.js';
import { checkIn } from './check-in.js';

export const once = defineCase({
  clause: 'checkin.once',
  says: 'A day has one check-in: a second one, with any key, answers the same state and gives nothing twice.',
  fix: 'Make (activity, participant, day) unique; find the day done and answer the state.',
  needs: ['members'],
  async run({ shared }) {
    const stage = await shared();
    const person = await stage.member();
    const first = (await checkIn(stage, person)).ok('checkin.create').sections;
    const second = await checkIn(stage, person);
    const { checkin, points } = second.ok('checkin.create').sections;
    check(checkin.days.length === 1 && checkin.streak === 1, 'one day, a streak of 1', second);
    check(points.balance === first.points.balance, `${first.points.balance} points still`, second);
  },
});
