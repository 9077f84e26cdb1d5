/** @jsxImportSource react */
// What the compiler says of the components: wrong props and wrong listeners are errors.
import type { DrawnFact } from '@fanfare/lottery';
import { type Checkin, Countdown, type Invite, Lottery, type Poster } from '@fanfare/react';
import type { ComponentProps } from 'react';
import { expect, expectTypeOf, it } from 'vitest';
import { propOf } from '../src/events.js';

it('options and facts of each widget are typed props', () => {
  expectTypeOf<ComponentProps<typeof Lottery>['kind']>().toEqualTypeOf<'wheel' | 'grid' | undefined>();
  expectTypeOf<NonNullable<ComponentProps<typeof Lottery>['onDrawn']>>()
    .parameter(0)
    .toEqualTypeOf<DrawnFact>();
  expectTypeOf<NonNullable<ComponentProps<typeof Checkin>['onMadeUp']>>().parameter(0).toHaveProperty('day');
  expectTypeOf<NonNullable<ComponentProps<typeof Poster>['onError']>>().parameter(0).toHaveProperty('code');
  expectTypeOf<NonNullable<ComponentProps<typeof Invite>['share']>>().parameter(0).toHaveProperty('link');
  const right = <Countdown until="2099-01-01T00:00:00Z" pad={false} className="mine" onFinished={() => {}} />;
  // @ts-expect-error No such kind.
  const kind = <Lottery kind="slot" />;
  // @ts-expect-error No such option.
  const option = <Lottery speed={3} />;
  // @ts-expect-error A lottery finishes nothing.
  const listener = <Lottery onFinished={() => {}} />;
  // @ts-expect-error The detail has no such property.
  const detail = <Lottery onDrawn={({ price }) => price} />;
  expect([right, kind, option, listener, detail]).toHaveLength(5);
});

it('a fact is heard by the prop of its name', () => {
  expect(['drawn', 'made_up', 'error'].map(propOf)).toEqual(['onDrawn', 'onMadeUp', 'onError']);
});
