import { defineCase } from '../../case.js';
import { check } from '../../verdict.js';
import { checkIn } from './check-in.js';

export const multiplier = defineCase({
  clause: 'checkin.multiplier',
  says: 'Points are multiplied for a channel only as the definition says; an unknown channel multiplies by one.',
  fix: 'Look the channel up in the plan; never take a factor from the request.',
  needs: ['members', 'own'],
  async run({ own }) {
    const checkin = {
      lap_days: 7,
      points: 10,
      multipliers: [{ id: 'app', channel: 'bank-app', factor: 2, title: { '*': 'Double in the app' } }],
    };
    const stage = await own({ checkin });
    for (const [channel, points] of [
      ['bank-app', 20],
      ['nowhere', 10],
    ] as const) {
      const answer = await checkIn(stage, await stage.member(), { channel });
      const { balance } = answer.ok('checkin.create').sections.points;
      check(balance === points, `${points} points by channel "${channel}", not ${balance}`, answer);
    }
  },
});
