// The demo as a newcomer starts it: it says where to look, answers there, and stops when it is told.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';

it('starts, serves the pages against its backend, and stops gracefully', async () => {
  const demo = spawn(process.execPath, [resolve(import.meta.dirname, 'demo.mjs')], {
    env: { ...process.env, PORT: '0', API_PORT: '0', DATABASE_URL: 'memory://' },
  });
  let output = '';
  const gone = once(demo, 'exit');
  for (const stream of [demo.stdout, demo.stderr])
    stream.on('data', (chunk) => {
      output += chunk;
    });
  try {
    await expect.poll(() => output, { timeout: 60_000, interval: 200 }).toContain('Ctrl+C');
    const [page] = /http:\S+\/new-year\//.exec(output) ?? [];
    const [backend] = /http:\S+(?=\/v1)/.exec(output) ?? [];
    const answer = await fetch(page!);
    expect(answer.headers.get('Content-Type')).toContain('text/html');
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
    expect(await answer.text()).toContain(`endpoint="${backend}"`);
    expect((await fetch(page!.replace('new-year', 'script-tag'))).status).toBe(200);
    const activity = await (await fetch(`${backend}/v1/activities/new-year`)).json();
    const { now } = await (await fetch(`${backend}/v1/time`)).json();
    const left = Date.parse(activity.schedule.start_at) - now;
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThanOrEqual(90_000);
  } finally {
    demo.kill('SIGINT');
  }
  expect(await gone).toEqual([0, null]);
});
