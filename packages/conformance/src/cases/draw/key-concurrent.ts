import { defineCase } from '../../case.js';
import { check } from '../../verdict.js';
import { chancesLeft, requireLeft } from './left.js';

export const keyConcurrent = defineCase({
  clause: 'draw.key.concurrent',
  says: 'The same key at the same moment has one effect: the others get its bytes, or 409 `key_in_progress` with `Retry-After`.',
  fix: 'Lock the key for the transaction without waiting; whoever does not get the lock answers 409.',
  needs: ['members'],
  async run({ shared, unique }) {
    const stage = await shared();
    const person = await stage.drawer();
    const left = await chancesLeft(stage, person);
    const key = unique('key');
    const answers = await Promise.all(Array.from({ length: 8 }, () => stage.draw(person, { key })));
    const done = answers.filter(({ status }) => status === 200);
    check(done.length > 0, 'one draw at least', answers[0]!);
    const different = done.find(({ text }) => text !== done[0]!.text);
    check(different === undefined, 'the same bytes for all', done[0]!, different ?? done[0]!);
    for (const answer of answers.filter(({ status }) => status !== 200)) {
      answer.refused('key_in_progress');
      check(answer.headers.has('Retry-After'), 'Retry-After', answer);
    }
    await requireLeft(stage, person, left - 1);
  },
});
