import { defineCase } from '../../case.js';
import { chancesLeft, requireLeft } from './left.js';

export const chances = defineCase({
  clause: 'draw.chances',
  says: 'A participant draws as often as there are chances; then 409 `no_chances`.',
  fix: 'Take the chance with UPDATE … WHERE used < granted in the transaction of the draw.',
  needs: ['members'],
  async run({ shared }) {
    const stage = await shared();
    const person = await stage.drawer();
    const left = await chancesLeft(stage, person);
    for (let turn = 0; turn < left; turn++) (await stage.draw(person)).ok('lottery.draw');
    (await stage.draw(person)).refused('no_chances');
    await requireLeft(stage, person, 0);
  },
});
