// An exchange as a reader may see it: no credential leaves the run.
import type { Answered } from './answered.js';
import type { ShownExchange } from './report.js';

const TOLD = [
  'Content-Type',
  'Cache-Control',
  'ETag',
  'Fanfare-Time',
  'Idempotency-Replayed',
  'Retry-After',
  'Access-Control-Allow-Origin',
  'Access-Control-Allow-Credentials',
  'Access-Control-Max-Age',
  'Vary',
  'Request-Id',
];
const LONGEST = 1200;

const shorten = (text: string) =>
  text.length > LONGEST ? `${text.slice(0, LONGEST)}… (${text.length} characters)` : text;
/** A JWT keeps its header, which tells how it was signed. */
const blank = (value: string) => value.replace(/^(Bearer )(ey[\w-]+\.)?.*$/, '$1$2…');
const secretless = (body: string) => body.replace(/"(token|secret|key)":"[^"]*"/g, '"$1":"…"');

/** Copies what may be shown of an exchange. */
export function show({ sent, status, headers, text }: Answered): ShownExchange {
  const { Authorization, ...rest } = sent.headers;
  return {
    sent: {
      ...sent,
      headers: { ...(Authorization !== undefined && { Authorization: blank(Authorization) }), ...rest },
      body: sent.body === null ? null : shorten(secretless(sent.body)),
    },
    status,
    headers: Object.fromEntries(
      TOLD.flatMap((name) => (headers.has(name) ? [[name, headers.get(name)!]] : [])),
    ),
    body: shorten(secretless(text)),
  };
}
