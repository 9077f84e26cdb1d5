// Which facts an activity waits for, that is: what the host's server would send.
import type { Definition } from '@fanfare/protocol';
import { isBuiltInFact } from '@fanfare/server';

/** Every fact that the definition names, once, in the order of the definition. */
export function factsOf({ lottery, invite }: Definition): string[] {
  const named = [
    ...(lottery?.chances.map(({ fact }) => fact) ?? []),
    invite?.qualify,
    ...(invite?.tasks.map(({ done_by }) => done_by) ?? []),
    ...(invite?.steps.map(({ done_by }) => done_by) ?? []),
  ];
  return [...new Set(named)].filter((fact): fact is string => fact !== undefined && !isBuiltInFact(fact));
}
