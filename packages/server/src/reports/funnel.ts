// Rates from step to step, which steps are low and which one is worst.
import type { Report } from '@fanfare/protocol';
import { lowOf } from './causes.js';
import type { Step } from './steps.js';
import type { Count } from './tally.js';

/** A step with what was counted and its rate. */
export interface Counted extends Count {
  step: Step;
  /** People whom the rate is of: those of the step before, of the first step those whom a link was shown to. */
  base: number | null;
  rate: number | null;
}

/** A ratio with six digits; null where there is nothing to divide by. */
export const ratio = (part: number, whole: number | null): number | null =>
  whole ? Math.round((part / whole) * 1e6) / 1e6 : null;

/** People who were shown a link, and how many of them came; null where nobody counted. */
export interface Reach {
  shown: number;
  came: number;
}

/** The steps with their rates. A rate may exceed 1: people can do a step without the one before. */
export function countSteps(
  steps: readonly Step[],
  countOf: (step: Step) => Count,
  reach: Reach | null,
): Counted[] {
  let before: number | null = null;
  return steps.map((step, at) => {
    const count = countOf(step);
    const base = at === 0 ? (reach?.shown ?? null) : before;
    before = count.people;
    return { step, ...count, base, rate: ratio(at === 0 && reach ? reach.came : count.people, base) };
  });
}

/** Whether a rate is lower than usual. */
export const isLow = ({ rate, step }: Counted): boolean => rate !== null && rate < step.usual;

/** The step that is lowest for what is usual; null where there is no rate. */
export function worstOf(counted: readonly Counted[]): Counted | null {
  const rated = counted.filter(({ rate }) => rate !== null);
  const shortfall = ({ rate, step }: Counted) => rate! / step.usual;
  return rated.sort((a, b) => shortfall(a) - shortfall(b))[0] ?? null;
}

/** The steps as they are reported. */
export const reportedSteps = (counted: readonly Counted[]): Report['steps'] =>
  counted.map((one) => {
    const { step, people, events, value, rate } = one;
    const { usual, ...named } = step;
    return {
      ...named,
      ...{ people, events, value, rate },
      share: ratio(people, counted[0]!.people),
      usual,
      is_low: isLow(one),
      low: isLow(one) ? lowOf(step.kind) : null,
    };
  });

/** The worst step as it is reported. */
export function reportedWorst(counted: readonly Counted[]): Report['worst'] {
  const worst = worstOf(counted);
  if (!worst) return null;
  const { step, base, rate } = worst;
  const lost = Math.max(0, Math.round(base! * (1 - rate!)));
  return { step: step.id, lost, ...lowOf(step.kind) };
}
