// Reads a definition as people write it, and names everything that is wrong with it.
import { type Definition, definition, describeIssues, type FieldProblem } from '@fanfare/protocol';
import { MAX_TOTAL_WEIGHT } from '@fanfare/protocol/verify';
import { checkinProblems } from '../checkin/checkin.problems.js';
import { inviteProblems } from '../invite/invite.problems.js';
import { reportProblems } from '../reports/problems.js';

/** A definition that cannot be used. Its message lists every problem, one a line. */
export class DefinitionError extends Error {
  override name = 'DefinitionError';
  constructor(
    readonly problems: readonly FieldProblem[],
    source: string,
  ) {
    const lines = problems.map(({ detail }) => `  ${detail}`);
    const heading = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
    super(`[fanfare/server] ${source} has ${heading}:\n${lines.join('\n')}`);
  }
}

/** What the schema cannot say. */
function furtherProblems(definition: Definition): FieldProblem[] {
  const { lottery } = definition;
  const problems: FieldProblem[] = [
    ...inviteProblems(definition),
    ...checkinProblems(definition),
    ...reportProblems(definition),
  ];
  const total = lottery?.prizes.reduce((sum, prize) => sum + prize.weight, 0) ?? 0;
  if (total > MAX_TOTAL_WEIGHT)
    problems.push({
      pointer: '/lottery/prizes',
      detail: `"lottery.prizes" expected weights that sum to at most ${MAX_TOTAL_WEIGHT}, got ${total}.`,
    });
  definition.raffles.forEach((raffle, at) => {
    if (!definition.nodes.some(({ id }) => id === raffle.node))
      problems.push({
        pointer: `/raffles/${at}/node`,
        detail: `"raffles.${at}.node" expected the id of a node of the schedule, got "${raffle.node}".`,
      });
    if (definition.raffles.findIndex(({ id }) => id === raffle.id) !== at)
      problems.push({
        pointer: `/raffles/${at}/id`,
        detail: `"raffles.${at}.id" expected an id of its own, got "${raffle.id}" a second time.`,
      });
  });
  const rules = new Set<string>();
  lottery?.chances.forEach((rule, at) => {
    if (rules.has(rule.id))
      problems.push({
        pointer: `/lottery/chances/${at}/id`,
        detail: `"lottery.chances.${at}.id" expected an id of its own, got "${rule.id}" a second time.`,
      });
    rules.add(rule.id);
  });
  return problems;
}

/**
 * The definition with every default filled in. Throws a {@link DefinitionError} that names each wrong field.
 * `source` says in the message whose definition it is, e.g. a file's name.
 */
export function parseDefinition(json: unknown, source = 'the definition'): Definition {
  const result = definition.safeParse(json);
  if (!result.success) throw new DefinitionError(describeIssues(result.error.issues, json), source);
  const problems = furtherProblems(result.data);
  if (problems.length) throw new DefinitionError(problems, source);
  return result.data;
}
