import { defineCase } from '../../case.js';
import { check } from '../../verdict.js';

export const keyRefusal = defineCase({
  clause: 'draw.key.refusal',
  says: 'A refusal is not saved: the same key draws later, when the reason is gone.',
  fix: 'Save answers of effects only; roll the key back with the refusal.',
  needs: ['members', 'own', 'facts'],
  async run({ own, unique }) {
    const stage = await own();
    const person = await stage.drawer();
    for (let turn = 0; turn < 3; turn++) (await stage.draw(person)).ok('lottery.draw');
    const key = unique('key');
    (await stage.draw(person, { key })).refused('no_chances');
    (await stage.fact(person, 'watched')).ok('fact.record');
    const later = await stage.draw(person, { key });
    later.ok('lottery.draw');
    check(!later.headers.has('Idempotency-Replayed'), 'a draw, not a replay', later);
  },
});
