import { defineCase } from '../../case.js';
import { check } from '../../verdict.js';
import { checkIn } from './check-in.js';

export const answer = defineCase({
  clause: 'checkin.answer',
  says: 'A check-in answers sections `checkin`, `points` and `rewards`: today done on time, its points in the balance and in the history with reason `checkin`. `me` says the same.',
  fix: 'Write day and points in one transaction and read the sections in it.',
  needs: ['members'],
  async run({ shared }) {
    const stage = await shared();
    const plan = (await stage.call('activity.get')).ok('activity.get').checkin;
    const person = await stage.member();
    const answer = await checkIn(stage, person);
    const { checkin, points } = answer.ok('checkin.create').sections;
    const [day] = checkin.days;
    check(day?.day === checkin.today && day.kind === 'on_time', 'today among `days`, on time', answer);
    check(
      checkin.streak === 1 && checkin.lap === 1 && checkin.lap_day === 1,
      'streak 1, day 1 of lap 1',
      answer,
    );
    check(day.points === plan!.points && points.balance === plan!.points, `${plan!.points} points`, answer);
    check(
      points.history[0]?.reason === 'checkin' && points.history[0].change === plan!.points,
      'an entry in the history',
      answer,
    );
    const me = (await stage.me(person)).sections;
    check(me.checkin!.days.length === 1 && me.points!.balance === plan!.points, 'the same in `me`', answer);
  },
});
