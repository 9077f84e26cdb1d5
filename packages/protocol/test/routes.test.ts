import { describe, expect, it } from 'vitest';
import { activityGet, contracts, inviteGet, lotteryDraw, pathOf, type Route, routes } from '../src/index.js';

const all: Route[] = Object.values(routes);

describe('the route table', () => {
  it('names each route as its key does, with a contract for each', () => {
    expect(Object.keys(routes)).toEqual(all.map(({ name }) => name));
    expect(Object.keys(contracts)).toEqual(Object.keys(routes));
  });

  it('gives no two routes one address', () => {
    const addresses = all.map(({ method, path }) => `${method} ${path.replace(/\{\w+\}/g, '{}')}`);
    expect(new Set(addresses).size).toBe(addresses.length);
  });

  it('asks a key for what a participant does, and for nothing that only reads', () => {
    for (const { name, method, caller, keyed } of all)
      expect.soft(keyed, name).toBe(method === 'POST' && caller === 'participant');
  });

  it('keeps private answers and effects out of shared caches', () => {
    for (const { name, method, caller, caching } of all) {
      if (method !== 'GET') expect.soft(caching, name).toBe('none');
      if (caller !== 'public') expect.soft(caching, name).not.toBe('edge');
    }
  });
});

describe('pathOf', () => {
  it.each([
    ['fills a part in', pathOf(activityGet, { activity: 'new-year' }), '/v1/activities/new-year'],
    [
      'escapes it',
      pathOf(inviteGet, { activity: 'a/../b', code: 'x?y#z' }),
      '/v1/activities/a%2F..%2Fb/invites/x%3Fy%23z',
    ],
    [
      'appends a query',
      pathOf(activityGet, { activity: 'a' }, { version: '3' }),
      '/v1/activities/a?version=3',
    ],
    [
      'leaves other parameters out',
      pathOf(lotteryDraw, { activity: 'a', token: 's' }),
      '/v1/activities/a/draws',
    ],
  ])('%s', (_, path, expected) => {
    expect(path).toBe(expected);
  });
});
