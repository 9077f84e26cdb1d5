// What is handed in with a check-in: text and pictures, as far as the definition asks for them.
import type { CheckinDefinition, FieldProblem, Input } from '@fanfare/protocol';
import { refuse } from '../http/refusal.js';
import type { Owner, Reader, StoredCheckin } from '../store.js';

/** The parts of a check-in that people write. */
export type Content = Pick<StoredCheckin, 'text' | 'uploads'>;

/** Whether nothing was handed in. */
export const isEmpty = ({ text, uploads }: Content): boolean => text === null && uploads.length === 0;

const unwanted = (name: string): FieldProblem => ({
  pointer: `/${name}`,
  detail: `"${name}" expected nothing: this activity does not take it with a check-in.`,
});

/** What was handed in; refuses what the activity does not take, and pictures that are not the caller's. */
export async function contentOf(
  reader: Reader,
  owner: Owner,
  { content }: CheckinDefinition,
  input: Input<'checkin.create'>,
): Promise<Content> {
  const text = input.text?.trim() || null;
  const uploads = [...new Set(input.uploads)];
  const errors = [
    ...(text !== null && content !== 'text' && content !== 'both' ? [unwanted('text')] : []),
    ...(uploads.length > 0 && content !== 'photo' && content !== 'both' ? [unwanted('uploads')] : []),
  ];
  if (errors.length > 0) refuse('invalid', { errors });
  for (const [at, id] of uploads.entries()) {
    const upload = await reader.upload(owner.activity, id);
    if (upload?.participant === owner.participant && upload.isStored) continue;
    const detail = `"uploads.${at}" expected the id of a finished upload of yours, got "${id}".`;
    refuse('invalid', { errors: [{ pointer: `/uploads/${at}`, detail }] });
  }
  return { text, uploads };
}
