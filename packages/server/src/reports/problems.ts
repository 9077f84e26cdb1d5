// What the schema of a definition's reports cannot say.
import type { Definition, FieldProblem } from '@fanfare/protocol';
import { stepsOf } from './steps.js';

/** The second of two that have the same id. */
function repeated(list: readonly { id: string }[], path: string): FieldProblem[] {
  return list.flatMap(({ id }, at) =>
    list.findIndex((one) => one.id === id) === at
      ? []
      : [
          {
            pointer: `/report/${path}/${at}/id`,
            detail: `"report.${path}.${at}.id" expected an id of its own, got "${id}" a second time.`,
          },
        ],
  );
}

/** Names every field that cannot be meant. */
export function reportProblems(definition: Definition): FieldProblem[] {
  const { report } = definition;
  if (!report) return [];
  const steps = stepsOf(definition).map(({ id }) => id);
  const strays = report.targets.flatMap(({ step }, at) =>
    steps.includes(step)
      ? []
      : [
          {
            pointer: `/report/targets/${at}/step`,
            detail: `"report.targets.${at}.step" expected one of ${steps.join(', ')}, got "${step}".`,
          },
        ],
  );
  return [...repeated(report.steps ?? [], 'steps'), ...repeated(report.channels, 'channels'), ...strays];
}
