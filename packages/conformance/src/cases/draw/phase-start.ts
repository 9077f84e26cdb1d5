import { defineCase } from '../../case.js';
import { at } from '../../definitions.js';
import { watchPhase } from './watch-phase.js';

export const phaseStart = defineCase({
  clause: 'draw.phase.start',
  says: 'Before `start_at` a draw is 409 `not_started`; from that very moment on, by the backend’s clock, it is made.',
  fix: 'Compare your own clock with the schedule inside the transaction; `start_at` itself is live.',
  needs: ['members', 'own'],
  async run({ own, clock }) {
    await watchPhase(async (lead) => {
      const start = Math.ceil((clock.now() + lead) / 100) * 100;
      const stage = await own({ schedule: { start_at: at(start), end_at: at(start + 3_600_000) } });
      const person = await stage.member();
      return { stage, person, turn: start, before: 'not_started', after: 'open' };
    });
  },
});
