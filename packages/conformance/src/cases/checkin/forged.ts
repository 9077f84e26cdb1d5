import { addDays } from '@fanfare/protocol';
import { defineCase } from '../../case.js';
import { check } from '../../verdict.js';
import { checkIn } from './check-in.js';

export const forged = defineCase({
  clause: 'checkin.forged',
  says: 'The backend says which day it is: tomorrow, a day before the lap and a day that does not exist are 409 `day_invalid`, and times in the body are 422.',
  fix: 'Take a `day` for a make-up only, and only out of `missed`.',
  needs: ['members'],
  async run({ shared }) {
    const stage = await shared();
    const person = await stage.member();
    const { today } = (await stage.me(person)).sections.checkin!;
    await checkIn(stage, person);
    for (const day of [addDays(today, 1), addDays(today, -1), addDays(today, -400), '2027-02-30', 'today'])
      (await checkIn(stage, person, { day })).refused('day_invalid');
    for (const body of [{ at: '2020-01-01T00:00:00Z' }, { points: 1000 }, { day: 7 }])
      (await checkIn(stage, person, body)).refused('invalid');
    const { sections, answer } = await stage.me(person);
    check(sections.checkin!.days.length === 1, 'one day', answer);
    check(sections.points!.history.length === 1, 'one entry of points', answer);
  },
});
