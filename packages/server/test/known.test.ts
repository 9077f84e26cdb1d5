// What the app remembers for a second, and what it forgets after a month.
import { describe, expect, it, vi } from 'vitest';
import { createKnownActivities } from '../src/activity/known.js';
import { regularly } from '../src/node/regularly.js';
import type { StoredActivity } from '../src/store.js';
import { createBackend, keys, plain } from './backend.js';

const DAY = 86_400_000;
const version = (number: number) => ({ id: 'plain', version: number }) as StoredActivity;

describe('known activities', () => {
  it('are read once a second, however many ask', async () => {
    let now = 0;
    let reads = 0;
    const known = createKnownActivities(() => now);
    const find = async () => (await known.find('plain', async () => version(++reads))).version;
    expect(await Promise.all([find(), find(), find()])).toEqual([1, 1, 1]);
    now = 999;
    expect(await find()).toBe(1);
    now = 1000;
    expect(await find()).toBe(2);
    known.forget('plain');
    expect(await find()).toBe(3);
  });

  it('that could not be read are read again', async () => {
    const known = createKnownActivities(() => 0);
    await expect(known.find('plain', () => Promise.reject(new Error('away')))).rejects.toThrow('away');
    expect((await known.find('plain', async () => version(1))).version).toBe(1);
  });

  it('never decide a rule: a pause by another copy holds at once', async () => {
    const backend = await createBackend();
    const other = await createBackend([], { store: backend.store });
    const token = await backend.member('ming');
    expect((await backend.draw(token, '1')).status).toBe(200);
    const put = await other.send('PUT', '/v1/admin/activities/plain', {
      token: keys.admin[0]!.key,
      headers: { 'If-Match': '"1"' },
      body: { ...plain, paused: ['lottery'] },
    });
    expect(put.status).toBe(200);
    expect((await (await backend.draw(token, '2')).json()).code).toBe('paused');
    expect((await (await backend.get('/v1/activities/plain')).json()).version).toBe(2);
    expect((await backend.get('/v1/activities/plain?version=2')).status).toBe(200);
  });

  it('are forgotten by the copy that changes them: an origin may act at once', async () => {
    const backend = await createBackend();
    const headers = { Origin: 'https://new.example' };
    const allowed = async () =>
      (
        await backend.get('/v1/activities/plain/me', { token: await backend.member('ming'), headers })
      ).headers.get('Access-Control-Allow-Origin');
    expect(await allowed()).toBeNull();
    await backend.send('PUT', '/v1/admin/activities/plain', {
      token: keys.admin[0]!.key,
      headers: { 'If-Match': '"1"' },
      body: { ...plain, origins: ['https://new.example'] },
    });
    expect(await allowed()).toBe('https://new.example');
  });
});

describe('saved answers', () => {
  it('are kept for 30 days after the end, then purged; those of other activities stay', async () => {
    const later = { ...plain, id: 'later', schedule: { ...plain.schedule, end_at: '2028-01-01T00:00:00Z' } };
    const backend = await createBackend([plain, later]);
    const token = await backend.member('ming');
    const first = await (await backend.draw(token, 'k')).text();
    await backend.draw(token, 'k', 'later');
    const end = Date.parse(plain.schedule.end_at);

    backend.clock.now = end + 30 * DAY;
    expect(await backend.app.purge()).toBe(0);
    expect(await (await backend.draw(await backend.member('ming'), 'k')).text()).toBe(first);

    backend.clock.now = end + 30 * DAY + 1;
    expect(await backend.app.purge()).toBe(1);
    expect(await backend.app.purge()).toBe(0);
    const back = await backend.member('ming');
    expect((await (await backend.draw(back, 'k')).json()).code).toBe('ended');
    expect((await backend.draw(back, 'k', 'later')).headers.get('Idempotency-Replayed')).toBe('true');
  });

  it('are purged by the command at the start and every few hours, and a failure is no end of it', async () => {
    vi.useFakeTimers();
    try {
      const failures: unknown[] = [];
      let runs = 0;
      const work = async () => {
        if (++runs === 2) throw new Error('away');
      };
      const stop = regularly(1000, work, (error) => failures.push(error));
      expect(runs).toBe(1);
      await vi.advanceTimersByTimeAsync(2000);
      expect([runs, failures.length]).toEqual([3, 1]);
      stop();
      await vi.advanceTimersByTimeAsync(5000);
      expect(runs).toBe(3);
    } finally {
      vi.useRealTimers();
    }
  });
});
