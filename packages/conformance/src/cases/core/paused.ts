import { defineCase } from '../../case.js';
import { check } from '../../verdict.js';

export const paused = defineCase({
  clause: 'core.paused',
  says: 'What the operator pauses is refused with 409 `paused` at once and stands in `live`; a changed definition counts its version up.',
  fix: 'Read `paused` inside the transaction of the effect, not from a cache.',
  needs: ['own', 'members'],
  features: ['lottery'],
  async run({ own, world, clock }) {
    const stage = await own();
    const person = await stage.drawer();
    const before = (await stage.call('activity.live')).ok('activity.live').version;
    await world.put({ id: stage.id, paused: ['lottery'] });
    (await stage.draw(person)).refused('paused');
    await clock.until(clock.now() + 1100);
    const answer = await stage.call('activity.live');
    const { paused, version } = answer.ok('activity.live');
    check(paused.includes('lottery'), '"lottery" in `paused`', answer);
    check(version > before, `a version above ${before}`, answer);
  },
});
