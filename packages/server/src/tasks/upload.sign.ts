// Addresses of pictures: signed, for one method and a while. Whoever has one needs no other credential.
import { bytesOf, hmacSha256, toBase64Url } from '../encode.js';
import type { Environment } from '../environment.js';
import { refuse } from '../http/refusal.js';
import type { Call } from '../routes/call.js';

/** How long a place to upload to is kept, and how long an address to look at works. */
export const UPLOAD_MS = 600_000;
const VIEW_MS = 600_000;

interface Signed {
  method: 'PUT' | 'GET';
  activity: string;
  upload: string;
  /** Unix ms. */
  expires: number;
}

const signatureOf = async (env: Environment, { method, activity, upload, expires }: Signed) =>
  toBase64Url(
    await hmacSha256(bytesOf(env.keys.guest), JSON.stringify(['upload', method, activity, upload, expires])),
  );

/** A signed address. */
export async function uploadUrl({ env, request }: Call, signed: Signed): Promise<string> {
  const { activity, upload, expires } = signed;
  const base = env.url ?? new URL(request.url).origin;
  const query = new URLSearchParams({ expires: String(expires), signature: await signatureOf(env, signed) });
  return `${base}/v1/activities/${activity}/uploads/${encodeURIComponent(upload)}?${query}`;
}

/** An address that shows a picture to whoever reviews it. */
export const viewUrl = (call: Call, activity: string, upload: string): Promise<string> =>
  uploadUrl(call, { method: 'GET', activity, upload, expires: call.env.now() + VIEW_MS });

/** Refuses an address that was not signed here, or is over. Hashes of equal length are compared to the end. */
export async function requireSigned({ env, params, query }: Call, method: 'PUT' | 'GET'): Promise<void> {
  const expires = Number(query.get('expires'));
  const given = query.get('signature') ?? '';
  const right = await signatureOf(env, {
    method,
    activity: params.activity!,
    upload: params.upload!,
    expires,
  });
  let difference = given.length ^ right.length;
  for (let at = 0; at < right.length; at++) difference |= right.charCodeAt(at) ^ (given.charCodeAt(at) || 0);
  if (difference !== 0 || !(expires > env.now()))
    refuse('forbidden', { detail: 'This address is not valid, or not any more.' });
}
