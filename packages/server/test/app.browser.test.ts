// The same app in a page: web crypto and memory are all it needs.
import { expect, it } from 'vitest';
import { createBackend } from './backend.js';

it('runs in a browser: guest, draw, replay', async () => {
  const backend = await createBackend();
  const { token, me } = await backend.guest();
  expect(me.sections.chances.left).toBe(4);
  const first = await backend.draw(token, 'k');
  expect(first.status).toBe(200);
  const body = await first.text();
  const replay = await backend.draw(token, 'k');
  expect([await replay.text(), replay.headers.get('Idempotency-Replayed')]).toEqual([body, 'true']);
  expect((await backend.me(await backend.member('ming', { name: '王小明' }))).participant.name).toBe(
    '王小明',
  );
});
