// What the contract promises whatever comes in, and the types that callers see.
import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { contracts, describeIssues, type Input, type Output, type RouteName } from '../src/index.js';

describe.each(Object.entries(contracts))('%s', (_, { input, output }) => {
  it('answers any JSON with a result, never with an exception', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), (json) => {
        for (const schema of [input, output]) {
          const value = JSON.parse(json);
          const result = schema.safeParse(value);
          if (result.success) continue;
          const fields = describeIssues(result.error.issues, value);
          expect(fields.length).toBeGreaterThan(0);
          for (const { pointer, detail } of fields) {
            expect(pointer).toMatch(/^(\/.*)?$/s);
            expect(detail).toMatch(/\.$/);
          }
        }
        expect(Object.prototype).not.toHaveProperty('polluted');
      }),
      { numRuns: 60 },
    );
  });
});

describe('types', () => {
  it('say what a route takes and answers', () => {
    expectTypeOf<Input<'lottery.draw'>>().toEqualTypeOf<{ client_seed: string; code?: string | undefined }>();
    expectTypeOf<Output<'time.get'>>().toEqualTypeOf<{ now: number }>();
    expectTypeOf<Output<'lottery.draw'>['draw']['outcome']>().toEqualTypeOf<'won' | 'none'>();
    expectTypeOf<Output<'lottery.draw'>['draw']['prize']>().toEqualTypeOf<string | null>();
  });

  it('leave out of an input what has a default', () => {
    type Definition = Input<'admin.activity.put'>;
    expectTypeOf<Definition['guests']>().toEqualTypeOf<'none' | 'view' | 'act' | undefined>();
    expectTypeOf<Output<'admin.activity.get'>['guests']>().toEqualTypeOf<'none' | 'view' | 'act'>();
  });

  it('know every route', () => {
    expectTypeOf<keyof typeof contracts>().toEqualTypeOf<RouteName>();
    // @ts-expect-error: a route that does not exist.
    type _Unknown = Input<'lottery.cheat'>;
  });
});
