import { handIn } from '../tasks/hand-in.js';
import type { Handler } from './call.js';
import { answerKeyed } from './keyed-call.js';

/** One key, one submission of the task or step that the address names. */
export const taskSubmit: Handler = (call) => {
  const task = call.params.task!;
  return answerKeyed(call, 'task.submit', task, ({ tx, activity, identity, input }) =>
    handIn(tx, call.env, activity, { identity, task, input }),
  );
};
