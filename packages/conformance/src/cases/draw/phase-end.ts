import { defineCase } from '../../case.js';
import { at } from '../../definitions.js';
import { check } from '../../verdict.js';
import { watchPhase } from './watch-phase.js';

export const phaseEnd = defineCase({
  clause: 'draw.phase.end',
  says: 'From `end_at` on a draw is 409 `ended`; the answer of a key that was used before is still told.',
  fix: 'Look for the saved answer before you look at the phase.',
  needs: ['members', 'own'],
  async run({ own, clock, unique }) {
    const key = unique('key');
    const { stage, person, first } = await watchPhase(async (lead) => {
      const end = Math.ceil((clock.now() + lead) / 100) * 100;
      const stage = await own({ schedule: { start_at: at(end - 3_600_000), end_at: at(end) } });
      const person = await stage.member();
      const first = await stage.draw(person, { key });
      if (first.code === 'ended' && first.stamp >= end) return null;
      first.ok('lottery.draw');
      return { stage, person, first, turn: end, before: 'open', after: 'ended' };
    });
    const again = await stage.draw(person, { key });
    check(
      again.status === 200 && again.text === first.text,
      'the bytes of the draw before the end',
      first,
      again,
    );
  },
});
