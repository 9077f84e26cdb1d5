// Public reads that a copy answers from memory.
import { expect, it } from 'vitest';
import { createBackend, plain } from './backend.js';

const PATHS = ['/v1/activities/plain', '/v1/activities/plain/live', '/v1/activities/plain/fairness'];
const TAG = /^"[\w-]+"$/;

it.each(PATHS)('%s is read once, and every caller has it with its own condition', async (path) => {
  const backend = await createBackend([plain], { publicMs: 60_000 });
  const first = await backend.get(path);
  const etag = first.headers.get('ETag')!;
  expect(etag).toMatch(TAG);
  const body = await first.text();
  const read = backend.store.read;
  backend.store.read = () => Promise.reject(new Error('the store was asked again'));
  const again = await backend.get(path);
  expect([again.status, await again.text()]).toEqual([200, body]);
  expect(again.headers.get('Request-Id')).not.toBe(first.headers.get('Request-Id'));
  const same = await backend.get(path, { headers: { 'If-None-Match': etag } });
  expect([same.status, await same.text()]).toEqual([304, '']);
  backend.store.read = read;
});

it('a change by this copy shows at once; a failure is nobody else’s', async () => {
  const backend = await createBackend([plain], { publicMs: 60_000 });
  const [path] = PATHS as [string];
  const version = async () => (await (await backend.get(path)).json()).version;
  expect(await version()).toBe(1);
  await backend.send('PUT', '/v1/admin/activities/plain', {
    token: 'admin-key-0123456789',
    headers: { 'If-Match': '"1"' },
    body: { ...plain, title: { '*': 'Other' } },
  });
  expect(await version()).toBe(2);
  expect((await backend.get('/v1/activities/nothing/live')).status).toBe(404);
  expect((await backend.get('/v1/activities/nothing/live')).status).toBe(404);
});

it('is not so without being asked for: a test that changes something sees it', async () => {
  const backend = await createBackend();
  const draws = async () => (await (await backend.get('/v1/activities/plain/live')).json()).counters.draws;
  expect(await draws()).toBe(0);
  await backend.draw(await backend.member('ming'), 'k');
  expect(await draws()).toBe(1);
});
