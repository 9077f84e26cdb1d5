// The steps after the last tier, one at a time: each stays until it is done, and only then the next is told.
import type { Invite, InviteDefinition, StepDefinition } from '@fanfare/protocol';
import type { Owner, Reader, StoredSubmission } from '../store.js';
import { newestOf } from './task.state.js';

/** What decides about steps. */
export interface StepView {
  owner: Owner;
  invite: InviteDefinition;
  /** Newest first. */
  submissions: readonly StoredSubmission[];
  /** The channel that the participant came by. */
  channel: string | null;
  /** Valid friends, tasks included. */
  valid: number;
  /** Whether the last tier was claimed. */
  hasLastTier: boolean;
}

/** Whether the steps have begun; a revoked friend does not take them away again. */
function hasBegun({ invite, valid, hasLastTier, submissions }: StepView): boolean {
  const most = Math.max(...invite.tiers.map(({ friends }) => friends));
  return valid >= most || hasLastTier || invite.steps.some(({ id }) => newestOf(submissions, id));
}

async function isDone(reader: Reader, view: StepView, step: StepDefinition): Promise<boolean> {
  if (newestOf(view.submissions, step.id)?.state === 'approved') return true;
  return step.done_by !== undefined && reader.hasFact(view.owner, step.done_by);
}

/** The step that the participant is at; null before the first and after the last. */
export async function currentStep(reader: Reader, view: StepView): Promise<StepDefinition | null> {
  if (view.invite.steps.length === 0 || !hasBegun(view)) return null;
  for (const step of view.invite.steps) if (!(await isDone(reader, view, step))) return step;
  return null;
}

/** The chosen option: the answer, or what the channel says; undefined while the question is open. */
export function chosenOption(step: StepDefinition, { submissions, channel }: StepView) {
  const answer = newestOf(submissions, step.id)?.text ?? undefined;
  const chosen = answer ?? (channel === null ? undefined : step.by_channel?.[channel]);
  return step.options?.find(({ id }) => id === chosen);
}

/** The step of section `invite`. Its address is told when the question, if it has one, is answered. */
export function shownStep(step: StepDefinition, view: StepView): NonNullable<Invite['step']> {
  const option = chosenOption(step, view);
  const isOpen = step.options !== undefined && option === undefined;
  const url = isOpen ? undefined : (option?.url ?? step.url);
  return {
    id: step.id,
    index: view.invite.steps.indexOf(step) + 1,
    title: step.title,
    ...(step.body && { body: step.body }),
    ...(isOpen && { options: step.options!.map(({ id, title }) => ({ id, title })) }),
    show: step.show,
    ...(url !== undefined && { url }),
  };
}
