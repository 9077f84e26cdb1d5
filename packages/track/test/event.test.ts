import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEvents } from '../src/event/create-events.js';
import { createEventIds } from '../src/event/event-id.js';
import { priorityOf } from '../src/event/priority.js';
import { writeProperties } from '../src/event/properties.js';
import { keyFrom, timeOf } from '../src/event/row-time.js';

const PID = '01890a5d-ac96-774b-bcce-b302099a8057';
const UUID7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('ids', () => {
  it('are UUIDv7, unique by number whatever the clock does, and tell their time', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(2 ** 41), { minLength: 1, maxLength: 50 }), (times) => {
        const createId = createEventIds(PID);
        const ids = times.map((time, i) => createId(time, i + 1));
        expect(new Set(ids).size).toBe(times.length);
        for (const [i, id] of ids.entries()) {
          expect(id).toMatch(UUID7);
          expect(timeOf(`1${id}`)).toBe(times[i]);
        }
      }),
    );
  });

  it('stay unique beyond 4,096 in one millisecond', () => {
    const createId = createEventIds(PID);
    expect(new Set(Array.from({ length: 10_000 }, (_, i) => createId(1, i + 1))).size).toBe(10_000);
  });

  it('sort behind the smallest key of their time', () => {
    const createId = createEventIds(PID);
    expect(`1${createId(1_700_000_000_000, 1)}` > keyFrom(1, 1_700_000_000_000)).toBe(true);
    expect(`1${createId(1_699_999_999_999, 9)}` < keyFrom(1, 1_700_000_000_000)).toBe(true);
  });
});

describe('properties', () => {
  it('are JSON as they are', () => {
    expect(writeProperties({ a: 1, b: '中文', c: true, d: undefined })).toEqual({
      json: '{"a":1,"b":"中文","c":true}',
      invalid: [],
    });
  });

  it.each([
    ['of a person', { contact: '13812345678' }],
    ['with the country', { contact: '+86 13812345678' }],
    ['as a number', { contact: 13812345678 }],
    ['deep inside', { order: { list: ['13812345678'] } }],
  ])('never hold a phone number %s', (_, properties) => {
    const { json, invalid } = writeProperties(properties);
    expect(json).not.toContain('13812345678');
    expect(invalid).toEqual(['props: phone']);
  });

  it.each([{ at: 1_700_000_000_000 }, { seconds: 1_700_000_000 }, { receipt: 'r-13812345678-1' }])(
    'keep other numbers: %j',
    (properties) =>
      expect(writeProperties(properties)).toEqual({ json: JSON.stringify(properties), invalid: [] }),
  );

  it('survive whatever a host hands over', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.anything({ withBigInt: true })), (properties) => {
        const { json } = writeProperties(properties);
        expect(() => JSON.parse(json ?? '{}')).not.toThrow();
      }),
    );
  });
});

describe('rows', () => {
  const create = () => createEvents({ pid: PID, now: () => 1_700_000_000_000, context: () => '{"a":1}' });

  it('are written once, as they travel', () => {
    const row = create()('test.done', { n: 1 })!;
    expect(JSON.parse(row.json)).toEqual({
      id: row.key.slice(1),
      name: 'test.done',
      created_at: '2023-11-14T22:13:20.000Z',
      pid: PID,
      seq: 1,
      props: { n: 1 },
    });
    expect(row.context).toBe('{"a":1}');
  });

  it('use up a number even when they are refused', () => {
    const createRow = create();
    expect(createRow('x'.repeat(129))).toBeUndefined();
    expect(createRow('a', { text: '长'.repeat(6000) })).toBeUndefined();
    expect(JSON.parse(createRow('a', { text: 'x'.repeat(16_000) })!.json).seq).toBe(3);
  });

  it.each([
    ['lottery.drawn', 0],
    ['checkin.done', 0],
    ['invite.accepted', 0],
    ['$dropped', 0],
    ['lottery.shown', 2],
    ['page.opened', 1],
  ])('%s has priority %i', (name, priority) => expect(priorityOf(name)).toBe(priority));
});
