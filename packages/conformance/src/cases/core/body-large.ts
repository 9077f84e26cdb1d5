import { defineCase } from '../../case.js';

export const bodyLarge = defineCase({
  clause: 'core.body.large',
  says: 'A body above `limits.body_bytes` of the capabilities is 413 `too_large`.',
  fix: 'Count bytes while reading and stop at the limit; do not trust Content-Length alone.',
  async run({ shared, world }) {
    const stage = await shared();
    const body = JSON.stringify({ secret: 'x'.repeat(world.limits.body_bytes + 1) });
    (await stage.call('guest.create', { body })).refused('too_large');
  },
});
