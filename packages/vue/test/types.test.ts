// What the compiler says of the components: wrong props and wrong listeners are errors.
import type { DrawnFact } from '@fanfare/lottery';
import { Checkin, Countdown, Lottery } from '@fanfare/vue';
import { expect, expectTypeOf, it } from 'vitest';
import { h } from 'vue';
import { emitOf } from '../src/events.js';

type PropsOf<Component extends abstract new (...args: never[]) => { $props: unknown }> =
  InstanceType<Component>['$props'];

it('options and facts of each widget are typed props and emits', () => {
  expectTypeOf<PropsOf<typeof Lottery>['kind']>().toEqualTypeOf<'wheel' | 'grid' | undefined>();
  expectTypeOf<NonNullable<PropsOf<typeof Lottery>['onDrawn']>>().parameter(0).toEqualTypeOf<DrawnFact>();
  expectTypeOf<NonNullable<PropsOf<typeof Checkin>['onMadeUp']>>().parameter(0).toHaveProperty('day');
  const right = h(Countdown, { until: '2099-01-01T00:00:00Z', pad: false, onFinished: () => {} });
  // @ts-expect-error No such kind.
  const kind = h(Lottery, { kind: 'slot' });
  // @ts-expect-error The detail has no such property.
  const detail = h(Lottery, { onDrawn: ({ price }) => price });
  expect([right, kind, detail]).toHaveLength(3);
});

it('a fact is emitted under the name that a template writes', () => {
  expect(['drawn', 'made_up', 'error'].map(emitOf)).toEqual(['drawn', 'madeUp', 'error']);
  expect((Checkin as unknown as { emits: string[] }).emits).toContain('madeUp');
});
