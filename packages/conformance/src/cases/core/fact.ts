import { defineCase } from '../../case.js';
import { check } from '../../verdict.js';

export const fact = defineCase({
  clause: 'core.fact',
  says: '`fact.record` is idempotent by the fact’s `id`: the second time it answers `duplicate` and grants nothing more. Rules limit grants by day.',
  fix: 'Make (activity, id) unique and grant in the transaction that stores the fact.',
  needs: ['facts', 'own', 'members'],
  features: ['lottery'],
  async run({ own, unique }) {
    const stage = await own();
    const person = await stage.member();
    const id = unique('fact');
    const first = await stage.fact(person, 'watched', id);
    const recorded = first.ok('fact.record');
    check(
      recorded.status === 'recorded' && recorded.granted.chances === 2,
      'recorded, with 2 chances',
      first,
    );
    const again = await stage.fact(person, 'watched', id);
    check(again.ok('fact.record').status === 'duplicate', 'status "duplicate"', again);
    const more = await stage.fact(person, 'watched');
    check(
      more.ok('fact.record').granted.chances === 0,
      'no chance for the second fact of the day (per_day: 1)',
      more,
    );
    const { granted } = (await stage.me(person)).sections.chances!;
    check(
      granted === 5,
      `5 chances granted in \`me\` (3 for joining, 2 for the fact), not ${granted}`,
      again,
      more,
    );
  },
});
