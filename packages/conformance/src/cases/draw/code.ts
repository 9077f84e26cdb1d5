import { defineCase } from '../../case.js';
import { chancesLeft, requireLeft } from './left.js';

export const code = defineCase({
  clause: 'draw.code',
  says: 'A one-time code that does not exist is 409 `code_invalid`, and no chance is used.',
  fix: 'Look the code up in the transaction; a code opens one draw in place of a chance.',
  needs: ['members'],
  async run({ shared }) {
    const stage = await shared();
    const person = await stage.drawer();
    const left = await chancesLeft(stage, person);
    (await stage.draw(person, { body: { client_seed: 'kit', code: 'KIT-NO-SUCH-CODE' } })).refused(
      'code_invalid',
    );
    await requireLeft(stage, person, left);
  },
});
