import { defineCase } from '../../case.js';
import { check } from '../../verdict.js';
import { chancesLeft } from './left.js';

export const result = defineCase({
  clause: 'draw.result',
  says: 'A draw answers what it won, out of the published prizes, and the sections it changed: one chance fewer, the reward in `rewards`. `me` says the same afterwards.',
  fix: 'Make draw, reward and chance in one transaction and read the sections in it.',
  needs: ['members'],
  async run({ shared }) {
    const stage = await shared();
    const { lottery } = (await stage.call('activity.get')).ok('activity.get');
    const person = await stage.drawer();
    const left = await chancesLeft(stage, person);
    const won: string[] = [];
    for (let turn = 1; turn <= left; turn++) {
      const answer = await stage.draw(person);
      const { draw, sections } = answer.ok('lottery.draw');
      check(sections.chances.left === left - turn, `${left - turn} chances left`, answer);
      check(
        draw.prize === null || lottery!.prizes.some(({ id }) => id === draw.prize),
        'a prize of the table',
        answer,
      );
      check(
        (draw.outcome === 'won') === (draw.reward !== null),
        'a reward exactly where something was won',
        answer,
      );
      if (draw.reward) won.push(draw.reward);
      const ids = sections.rewards.items.map(({ id }) => id);
      check(
        won.every((id) => ids.includes(id)),
        'every reward so far in section `rewards`',
        answer,
      );
      const me = await stage.me(person);
      check(me.sections.chances!.left === left - turn, `${left - turn} chances left`, answer, me.answer);
      const kept = me.sections.rewards!.items.map(({ id }) => id);
      check(
        won.every((id) => kept.includes(id)),
        'the reward in `me` too',
        answer,
        me.answer,
      );
    }
  },
});
