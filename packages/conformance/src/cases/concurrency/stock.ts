import { defineCase } from '../../case.js';
import { isSameSet } from '../../same-set.js';
import { check } from '../../verdict.js';
import { atOnce } from './at-once.js';
import { scarce } from './scarce.js';

const STOCK = 40;
const EACH = 3;

export const stock = defineCase({
  clause: 'concurrency.stock',
  says: 'Out of a stock of 40, 64 people who draw at once win exactly 40; what each was told is what `me` and the counters in `live` hold.',
  fix: 'UPDATE … SET left = left - 1 WHERE left > 0 in the transaction of the draw, with CHECK (left >= 0).',
  needs: ['members', 'own'],
  features: ['lottery'],
  isAlone: true,
  async run(trial) {
    const stage = await trial.own(scarce(STOCK, EACH));
    const told = await atOnce(trial, async () => {
      const person = await stage.member();
      const won: string[] = [];
      for (let turn = 0; turn < EACH; turn++) {
        const { draw } = (await stage.draw(person)).ok('lottery.draw');
        if (draw.reward) won.push(draw.reward);
      }
      return { person, won };
    });
    const all = told.flatMap(({ won }) => won);
    for (const { person, won } of told) {
      const { sections, answer } = await stage.me(person);
      const kept = sections.rewards!.items.map(({ id }) => id);
      check(isSameSet(won, kept), `the ${won.length} rewards that the person was told of`, answer);
    }
    await trial.clock.until(trial.clock.now() + 1100);
    const live = await stage.call('activity.live');
    const { counters } = live.ok('activity.live');
    const draws = told.length * EACH;
    const most = Math.min(STOCK, draws);
    check(
      all.length === most && new Set(all).size === most,
      `${most} cups won of a stock of ${STOCK}, not ${all.length}`,
      live,
    );
    check(
      counters.draws === draws && counters.awards === all.length,
      `${draws} draws and ${all.length} awards`,
      live,
    );
  },
});
