import { defineCase } from '../../case.js';
import { at } from '../../definitions.js';
import { checkIn } from './check-in.js';

const HOUR = 3_600_000;

export const phase = defineCase({
  clause: 'checkin.phase',
  says: 'Before the start a check-in is 409 `not_started`, after the end 409 `ended`.',
  fix: 'Use the same gate for every effect.',
  needs: ['members', 'own'],
  async run({ own, clock }) {
    const now = clock.now();
    const early = await own({ schedule: { start_at: at(now + HOUR), end_at: at(now + 2 * HOUR) } });
    (await checkIn(early, await early.member())).refused('not_started');
    const late = await own({ schedule: { start_at: at(now - 2 * HOUR), end_at: at(now - HOUR) } });
    (await checkIn(late, await late.member())).refused('ended');
  },
});
