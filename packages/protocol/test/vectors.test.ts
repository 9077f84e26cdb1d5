// The golden vectors hold for the schemas and functions that everything else imports.
import { describe, expect, it } from 'vitest';
import type * as z from 'zod/mini';
import {
  codes,
  contracts,
  describeIssues,
  nextPhaseAt,
  phaseAt,
  problem,
  type RouteName,
  routes,
} from '../src/index.js';
import messages from '../vectors/messages.json';
import phases from '../vectors/phase.json';
import problems from '../vectors/problems.json';
import { type Operation, patched } from './patch.js';

interface Message {
  example: unknown;
  cases: { name: string; patch: Operation[]; ok: boolean; same?: boolean; errors?: string[] }[];
}

describe.each(phases.cases)('phase.json: $name', ({ schedule, now, phase, next }) => {
  it('has its phase and the next change', () => {
    expect(phaseAt(schedule, now)).toBe(phase);
    expect(nextPhaseAt(schedule, now)).toBe(next);
  });
});

describe('messages.json', () => {
  it('covers every route', () => {
    expect(Object.keys(messages.routes)).toEqual(Object.keys(routes));
  });

  describe.each(Object.entries(messages.routes) as [RouteName, Record<'input' | 'output', Message>][])(
    '%s',
    (name, { input, output }) => {
      describe('input', () => runMessage(contracts[name].input, input));
      describe('output', () => runMessage(contracts[name].output, output));
    },
  );
});

describe('problems.json', () => {
  it('holds every code with its status and whether to try again', () => {
    const known = Object.entries(codes).map(([code, { status, retryable }]) => [code, { status, retryable }]);
    expect(problems.codes).toEqual(Object.fromEntries(known));
  });

  it('calls retryable only what may pass by waiting', () => {
    const retryable = Object.values(codes).filter((code) => code.retryable);
    expect(new Set(retryable.map(({ status }) => status))).toEqual(new Set([409, 429, 500, 503]));
  });

  describe('bodies', () => runMessage(problem, problems.bodies as Message));
});

function runMessage(schema: z.ZodMiniType, { example, cases }: Message): void {
  it('accepts the example as it is', () => {
    expect(schema.safeParse(example)).toEqual({ success: true, data: example });
  });

  it.each(cases)('$name', ({ patch, ok, same, errors }) => {
    const message = patched(example, patch);
    const result = schema.safeParse(message);
    expect(result.success).toBe(ok);
    if (same) {
      expect(result.data).toEqual(example);
      expect((result.data as { polluted?: unknown }).polluted).toBeUndefined();
    }
    if (!result.success) {
      const fields = describeIssues(result.error.issues, message);
      expect(fields.map(({ pointer }) => pointer)).toEqual(errors);
    }
  });

  it('gives every field a type', () => {
    for (const path of leavesOf(example))
      expect
        .soft(schema.safeParse(patched(example, [{ op: 'replace', path, value: [[]] }])).success, path)
        .toBe(false);
  });
}

/** Pointers to every value that holds no others, except those under keys that a message leaves open. */
function leavesOf(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value)
    .filter(([key]) => key !== 'props' && key !== 'context')
    .flatMap(([key, inner]) => leavesOf(inner, `${path}/${key.replace(/~/g, '~0').replace(/\//g, '~1')}`));
}
