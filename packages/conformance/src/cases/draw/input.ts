import { defineCase } from '../../case.js';
import { chancesLeft, requireLeft } from './left.js';

export const input = defineCase({
  clause: 'draw.input',
  says: 'The body is `client_seed` (1 to 64 characters) and nothing that decides: a prize, a time or a participant in it is 422 `invalid`, and no chance is used.',
  fix: 'Validate strictly; the outcome comes from the backend alone.',
  needs: ['members'],
  async run({ shared }) {
    const stage = await shared();
    const person = await stage.drawer();
    const left = await chancesLeft(stage, person);
    const forged = [
      { prize: 'cup' },
      { outcome: 'won' },
      { at: '2020-01-01T00:00:00Z' },
      { participant: 'x' },
    ];
    for (const more of forged)
      (await stage.draw(person, { body: { client_seed: 'kit', ...more } })).refused('invalid');
    for (const body of [{}, { client_seed: '' }, { client_seed: 'x'.repeat(65) }, { client_seed: 7 }])
      (await stage.draw(person, { body })).refused('invalid');
    (await stage.draw(person, { body: '{' })).refused('malformed');
    await requireLeft(stage, person, left);
  },
});
