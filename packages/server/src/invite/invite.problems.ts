// What the schema cannot say of inviting, tasks and steps.
import type { Definition, FieldProblem, InviteDefinition, TierDefinition } from '@fanfare/protocol';
import { isBuiltInFact } from '../participant/grant.js';

const MOST_ENVELOPES = 100_000;
/** Facts that the server knows of itself and that nothing follows from but chances. */
const isIdle = (fact: string) => isBuiltInFact(fact) && !/^(task\.|friend\.valid$)/.test(fact);

const problem = (path: (string | number)[], expected: string): FieldProblem => ({
  pointer: `/${path.join('/')}`,
  detail: `"${path.join('.')}" expected ${expected}.`,
});

/** The second and later of equal values. */
const repeated = <T>(values: readonly T[]): number[] =>
  values.flatMap((value, at) => (values.indexOf(value) < at ? [at] : []));

function tierProblems(tier: TierDefinition, at: number): FieldProblem[] {
  const path = ['invite', 'tiers', at];
  const { envelope, kind, points } = tier;
  return [
    ...(envelope && kind !== 'cash' ? [problem([...path, 'envelope'], 'a tier of kind "cash"')] : []),
    ...(!envelope && kind === 'cash' ? [problem([...path, 'envelope'], 'to be there for kind "cash"')] : []),
    ...(envelope && envelope.total < envelope.count
      ? [problem([...path, 'envelope', 'total'], 'a fen at least for each envelope')]
      : []),
    ...(envelope && envelope.count > MOST_ENVELOPES
      ? [problem([...path, 'envelope', 'count'], `at most ${MOST_ENVELOPES}`)]
      : []),
    ...(kind === 'points' && !points ? [problem([...path, 'points'], 'how many points it gives')] : []),
  ];
}

function stepProblems({ tasks, steps }: InviteDefinition): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const ids = [...tasks.map(({ id }) => id), ...steps.map(({ id }) => id)];
  for (const at of repeated(ids))
    problems.push(
      at < tasks.length
        ? problem(['invite', 'tasks', at, 'id'], 'an id of its own')
        : problem(['invite', 'steps', at - tasks.length, 'id'], 'an id that no task and no other step has'),
    );
  for (const [at, { options = [], by_channel = {}, url, id: _id }] of steps.entries()) {
    for (const again of repeated(options.map(({ id }) => id)))
      problems.push(problem(['invite', 'steps', at, 'options', again, 'id'], 'an id of its own'));
    for (const [channel, option] of Object.entries(by_channel))
      if (!options.some(({ id }) => id === option))
        problems.push(problem(['invite', 'steps', at, 'by_channel', channel], 'the id of an option'));
    for (const [place, option] of options.entries())
      if (!option.url && !url)
        problems.push(
          problem(['invite', 'steps', at, 'options', place, 'url'], 'an address, here or in the step'),
        );
  }
  return problems;
}

function factProblems({ qualify, tasks, steps }: InviteDefinition): FieldProblem[] {
  const named: [(string | number)[], string | undefined][] = [
    [['invite', 'qualify'], qualify],
    ...tasks.map(({ done_by }, at): [(string | number)[], string | undefined] => [
      ['invite', 'tasks', at, 'done_by'],
      done_by,
    ]),
    ...steps.map(({ done_by }, at): [(string | number)[], string | undefined] => [
      ['invite', 'steps', at, 'done_by'],
      done_by,
    ]),
  ];
  return named.flatMap(([path, fact]) =>
    fact !== undefined && isIdle(fact) ? [problem(path, `a fact that takes some doing, got "${fact}"`)] : [],
  );
}

/** Every problem of the section. */
export function inviteProblems({ invite }: Definition): FieldProblem[] {
  if (!invite) return [];
  const { tiers } = invite;
  return [
    ...repeated(tiers.map(({ id }) => id)).map((at) =>
      problem(['invite', 'tiers', at, 'id'], 'an id of its own'),
    ),
    ...tiers.flatMap(tierProblems),
    ...stepProblems(invite),
    ...factProblems(invite),
  ];
}
