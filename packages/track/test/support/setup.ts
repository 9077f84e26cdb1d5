// One browser and one server a file, one context a test.
import type { Browser, BrowserContext } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { bundleTracker } from './bundle';
import { launchChromium } from './chromium';
import { type FaultServer, startFaultServer } from './fault-server';

export interface Bench {
  browser: Browser;
  context: BrowserContext;
  server: FaultServer;
}

/** Registers the hooks; what it gives is filled in when a test runs. */
export function useBench(): Bench {
  const bench = {} as Bench;
  beforeAll(async () => {
    const script = await bundleTracker();
    [bench.browser, bench.server] = await Promise.all([launchChromium(), startFaultServer(() => script)]);
  });
  afterAll(async () => {
    await bench.browser?.close();
    await bench.server?.stop();
  });
  beforeEach(async () => {
    bench.server.reset();
    bench.context = await bench.browser.newContext();
    // Keeps the storage of the context alive when its only other page dies.
    await (await bench.context.newPage()).goto(`${bench.server.url}/blank`);
  });
  afterEach(() => bench.context.close());
  return bench;
}

/** 0 lost, 0 counted twice. */
export function expectEachOnce({ server }: Bench, count: number) {
  const counts = server.counts();
  expect(counts.size).toBe(count);
  expect([...counts.values()].filter((times) => times !== 1)).toEqual([]);
}

/** The running numbers that each page used, in order. */
export function seqsByPage({ server }: Bench): number[][] {
  const pages = new Map<string, number[]>();
  for (const { pid, seq } of server.rows.values()) pages.set(pid, [...(pages.get(pid) ?? []), seq]);
  return [...pages.values()].map((seqs) => seqs.sort((a, b) => a - b));
}

export const upTo = (count: number) => Array.from({ length: count }, (_, i) => i + 1);
