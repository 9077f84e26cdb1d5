// The hand-written reading of an event says what the contract's schema says.
import { trackEvent } from '@fanfare/protocol';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isTrackEvent } from '../src/events/event.shape.js';

const good = {
  ...{ id: 'e1', name: 'lottery.drawn', created_at: '2027-01-01T00:00:00.000Z', pid: 'p1', seq: 1 },
  ...{ props: { n: 1 }, context: { channel: null }, invalid: ['name'] },
};
const odd = fc.oneof(
  fc.constantFrom<unknown>(
    undefined,
    null,
    '',
    'x'.repeat(64),
    'x'.repeat(65),
    'x'.repeat(128),
    'x'.repeat(129),
  ),
  fc.constantFrom<unknown>(
    0,
    -0,
    -1,
    1.5,
    2 ** 53,
    2 ** 53 - 1,
    Number.NaN,
    true,
    [],
    {},
    ['a'],
    [1],
    [null],
  ),
  fc.constantFrom('2027-01-01', '2027-01-01T00:00:00', '2027-13-01T00:00:00Z', '2027-01-01T00:00:00+08:00'),
  fc.anything(),
);

it('for any event with any field changed, and for anything else', () => {
  const changed = fc
    .tuple(fc.constantFrom(...Object.keys(good), 'more'), odd)
    .map(([name, value]) => ({ ...good, [name]: value }));
  fc.assert(
    fc.property(fc.oneof(changed, odd), (raw) => {
      expect(isTrackEvent(raw)).toBe(trackEvent.safeParse(raw).success);
    }),
    { numRuns: 2000 },
  );
});
