// An answer to a step's question, or the news that it was opened.
import type { Input, StepDefinition } from '@fanfare/protocol';
import { refuse } from '../http/refusal.js';
import type { StoredSubmission, Transaction } from '../store.js';
import { chosenOption, currentStep, type StepView } from './step.js';
import { newestOf } from './task.state.js';

const wrongText = (expected: string): never =>
  refuse('invalid', { errors: [{ pointer: '/text', detail: `"text" expected ${expected}.` }] });

function checkAnswer(step: StepDefinition, { text, uploads }: Input<'task.submit'>, view: StepView): void {
  if (uploads?.length)
    refuse('invalid', {
      errors: [{ pointer: '/uploads', detail: '"uploads" expected nothing: it is a step.' }],
    });
  const options = step.options?.map(({ id }) => id);
  if (text !== undefined && !options) wrongText('nothing: this step asks no question');
  if (text !== undefined && options && !options.includes(text)) wrongText(`one of ${options.join(', ')}`);
  if (text === undefined && options && !chosenOption(step, view))
    wrongText(`the answer, one of ${options.join(', ')}`);
}

/** Records the submission of a step. An answer alone leaves it open; opening completes one that no fact completes. */
export async function submitStep(
  tx: Transaction,
  view: StepView,
  step: StepDefinition,
  input: Input<'task.submit'>,
  fresh: Pick<StoredSubmission, 'id' | 'at'>,
): Promise<void> {
  const current = await currentStep(tx, view);
  const before = newestOf(view.submissions, step.id);
  if (before?.state === 'approved') return;
  if (current?.id !== step.id) refuse('not_found', { detail: 'This step is not the one to do now.' });
  checkAnswer(step, input, view);
  const state = input.text === undefined && step.done_by === undefined ? 'approved' : 'pending';
  const text = input.text ?? before?.text ?? null;
  if (before) return tx.updateSubmission(view.owner.activity, before.id, { state, text });
  await tx.addSubmission({
    ...view.owner,
    ...fresh,
    task: step.id,
    kind: 'step',
    state,
    text,
    uploads: [],
    reason: null,
  });
}
