import { answerJson } from '../http/answer.js';
import { refuse } from '../http/refusal.js';
import { readReceipt } from '../operations/receipt.js';
import { loadAuthorized } from './admin.page.js';
import type { Handler } from './call.js';

/** The story behind a receipt, however it was typed. */
export const adminReceiptGet: Handler = async (call) => {
  const { id } = await loadAuthorized(call);
  const story = await call.env.store.read((reader) => readReceipt(reader, id, call.params.receipt ?? ''));
  return answerJson(story ?? refuse('not_found', { detail: 'Nothing was given out under this receipt.' }));
};
