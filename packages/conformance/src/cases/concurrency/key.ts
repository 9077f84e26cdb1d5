import { defineCase } from '../../case.js';
import { check } from '../../verdict.js';
import { chancesLeft, requireLeft } from '../draw/left.js';
import { atOnce } from './at-once.js';

export const key = defineCase({
  clause: 'concurrency.key',
  says: '64 requests with one key have one effect: one answer, its replays, or 409 `key_in_progress` with `Retry-After`.',
  fix: 'Lock the key in the transaction, without waiting.',
  needs: ['members'],
  features: ['lottery'],
  isAlone: true,
  async run(trial) {
    const stage = await trial.shared();
    const person = await stage.drawer();
    const left = await chancesLeft(stage, person);
    const key = trial.unique('key');
    const answers = await atOnce(trial, () => stage.draw(person, { key }));
    const done = answers.filter(({ status }) => status === 200);
    for (const answer of answers.filter(({ status }) => status !== 200)) {
      answer.refused('key_in_progress');
      check(answer.headers.has('Retry-After'), 'Retry-After', answer);
    }
    const [one] = done;
    check(one !== undefined, 'one draw', answers[0]!);
    const different = done.find(({ text }) => text !== one.text);
    check(different === undefined, 'the same bytes in every answer', one, different ?? one);
    const first = done.filter(({ headers }) => !headers.has('Idempotency-Replayed')).length;
    check(first === 1, `one answer that is no replay, not ${first}`, one);
    await requireLeft(stage, person, left - 1);
  },
});
