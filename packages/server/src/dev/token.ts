// A token as a host would sign it, for trying things out.
import { SignJWT } from 'jose';
import { bytesOf } from '../encode.js';
import { answerJson } from '../http/answer.js';
import { refuse } from '../http/refusal.js';
import { type Handler, loadActivity } from '../routes/call.js';
import { optionalText, readFields, requiredText } from './input.js';

const LIFETIME_SECONDS = 3600;

/** Signs a token for any participant with the first HS256 key. */
export const signDevToken: Handler = async (call) => {
  const fields = await readFields(call, ['activity', 'sub', 'name', 'avatar']);
  const sub = requiredText(fields, 'sub');
  const activity = requiredText(fields, 'activity');
  const { definition } = await loadActivity({ ...call, params: { activity } });
  const key = call.env.keys.participant.find(
    (one) => one.alg === 'HS256' && (one.project === undefined || one.project === definition.project),
  );
  if (key?.alg !== 'HS256') return refuse('not_found', { detail: 'There is no HS256 key to sign with.' });
  const issued = Math.floor(call.env.now() / 1000);
  const expires = issued + LIFETIME_SECONDS;
  const token = await new SignJWT({
    name: optionalText(fields, 'name'),
    avatar: optionalText(fields, 'avatar'),
  })
    .setProtectedHeader({ alg: 'HS256', ...(key.kid && { kid: key.kid }) })
    .setSubject(sub)
    .setAudience(definition.project)
    .setIssuedAt(issued)
    .setExpirationTime(expires)
    .sign(bytesOf(key.secret));
  return answerJson({ token, expires_at: new Date(expires * 1000).toISOString() });
};
