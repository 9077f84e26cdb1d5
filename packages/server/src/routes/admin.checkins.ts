import { dayKeyAt, isDayIn, type Output } from '@fanfare/protocol';
import { answerJson } from '../http/answer.js';
import { refuse } from '../http/refusal.js';
import type { StoredCheckin } from '../store.js';
import { viewUrl } from '../tasks/upload.sign.js';
import { loadAuthorized, PAGE } from './admin.page.js';
import type { Call, Handler } from './call.js';

type HandedIn = Output<'admin.checkins.get'>['items'][number];

async function handedInOf(
  call: Call,
  { activity, participant, day, text, uploads, comment, at }: StoredCheckin,
): Promise<HandedIn> {
  return {
    participant,
    day,
    ...(text !== null && { text }),
    uploads: await Promise.all(uploads.map((upload) => viewUrl(call, activity, upload))),
    ...(comment !== null && { comment }),
    at: new Date(at).toISOString(),
  };
}

/** What was handed in on a day, for mentors to read and to comment on. */
export const adminCheckinsGet: Handler = async (call) => {
  const { env, query } = call;
  const { id, definition } = await loadAuthorized(call);
  const day = query.get('day') ?? dayKeyAt(definition.zone, env.now());
  if (!isDayIn(definition.zone, day))
    refuse('invalid', {
      errors: [{ pointer: '/day', detail: `"day" expected a day key such as 2027-01-01, got "${day}".` }],
    });
  const found = await env.store.read((reader) => reader.handedIn(id, day, query.get('after'), PAGE + 1));
  const items = found.slice(0, PAGE);
  const next = found.length > PAGE ? items[items.length - 1]!.participant : null;
  const answer: Output<'admin.checkins.get'> = {
    items: await Promise.all(items.map((one) => handedInOf(call, one))),
    next,
  };
  return answerJson(answer);
};
