import { defineCase } from '../../case.js';
import { check } from '../../verdict.js';

export const keyBody = defineCase({
  clause: 'draw.key.body',
  says: 'A key that comes again with another body is 422 `key_reused`, and nothing is drawn.',
  fix: 'Save a hash of the canonical body with the key and compare it first.',
  needs: ['members'],
  async run({ shared, unique }) {
    const stage = await shared();
    const person = await stage.drawer();
    const key = unique('key');
    (await stage.draw(person, { key, body: { client_seed: 'one' } })).ok('lottery.draw');
    (await stage.draw(person, { key, body: { client_seed: 'two' } })).refused('key_reused');
    const again = await stage.draw(person, { key, body: { client_seed: 'one' } });
    check(
      again.header('Idempotency-Replayed') === 'true',
      'the first body still answered with its replay',
      again,
    );
  },
});
