// Announces a picture: whose, of what type, how large.
import type { Definition, Input } from '@fanfare/protocol';
import { requireOpen } from '../draw/draw.gate.js';
import { refuse } from '../http/refusal.js';
import type { Identity } from '../identity/identify.js';
import { uuidv7 } from '../ids.js';
import type { Effect } from '../keyed.js';
import { requireUnlinked } from '../participant/require-unlinked.js';
import { ownerOf } from '../participant/sections.js';
import { see } from '../participant/see.js';
import type { Call } from '../routes/call.js';
import type { StoredActivity, Transaction } from '../store.js';
import { UPLOAD_MS, uploadUrl } from './upload.sign.js';

const DAY_MS = 86_400_000;

/** Whether anything of the activity takes pictures. */
const takesPictures = ({ invite, checkin }: Definition): boolean =>
  invite?.tasks.some(({ kind }) => kind === 'proof') === true ||
  checkin?.content === 'photo' ||
  checkin?.content === 'both';

/** Announces one and answers where to send it. */
export async function announceUpload(
  tx: Transaction,
  call: Call,
  activity: StoredActivity,
  { identity, input }: { identity: Identity; input: Input<'upload.create'> },
): Promise<Effect> {
  const { env } = call;
  const now = env.now();
  requireOpen(activity, identity, 'uploads', now);
  if (!takesPictures(activity.definition)) refuse('not_found', { detail: 'Nothing here takes pictures.' });
  const { uploadBytes, uploadsPerDay } = env.limits;
  if (input.bytes > uploadBytes) refuse('too_large', { detail: `A picture may have ${uploadBytes} bytes.` });
  const participant = await see(tx, env, activity, identity);
  requireUnlinked(participant);
  const owner = ownerOf(participant);
  if ((await tx.uploadsSince(owner, now - DAY_MS)) >= uploadsPerDay)
    refuse('rate_limited', { detail: `There are ${uploadsPerDay} pictures a day.`, retryAfter: 3600 });

  const id = uuidv7(now, env.random);
  await tx.addUpload({ ...owner, id, ...input, isStored: false, at: now });
  const expires = now + UPLOAD_MS;
  const url = await uploadUrl(call, { method: 'PUT', activity: activity.id, upload: id, expires });
  return { body: JSON.stringify({ id, url, expires_at: new Date(expires).toISOString() }) };
}
