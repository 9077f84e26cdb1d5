// Many clients that fail at the same moment must not come back at the same moment.

import { fakeEnvironment } from '@fanfare/core/testing';
import { describe, expect, it } from 'vitest';
import { backoff } from '../src/delivery/backoff.js';

describe('1,000 clients in an outage of ten minutes', () => {
  it('spread: no second has more than twice the mean, once they have failed a few times', () => {
    const { random } = fakeEnvironment();
    const seconds = new Array<number>(600).fill(0);
    for (let client = 0; client < 1000; client++) {
      let tries = 0;
      for (let at = 0; at < 600; ) {
        at += Math.max(0.05, backoff(++tries, random()) / 1000);
        if (at < 600) seconds[Math.floor(at)]!++;
      }
    }
    // Ten seconds wide: a thousand clients are few in a single one.
    const windows = Array.from({ length: 48 }, (_, i) =>
      seconds.slice(120 + i * 10, 130 + i * 10).reduce((a, b) => a + b),
    );
    const mean = windows.reduce((a, b) => a + b) / windows.length;
    expect(Math.max(...windows)).toBeLessThan(2 * mean);
    // And the first wave is flat as well: no moment has all of them.
    expect(Math.max(...seconds)).toBeLessThan(1000);
  });

  it('waits longer and longer, up to five minutes, and never gives up', () => {
    expect([1, 2, 3, 8, 9, 100].map((tries) => backoff(tries, 1))).toEqual([
      2000, 4000, 8000, 256_000, 300_000, 300_000,
    ]);
    expect(backoff(5, 0)).toBe(0);
  });
});
