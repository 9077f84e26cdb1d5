// Reads a request's JSON body: bounded, UTF-8, and only what the contract knows.
import { contracts, describeIssues, type RouteName } from '@fanfare/protocol';
import { refuse } from './refusal.js';

const isJson = (type: string | null) => /^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(type ?? '');

/** A request's bytes; refuses more than `limit`. */
export async function readBytes(
  request: Request,
  limit: number,
  tooLarge: () => never = () => refuse('too_large', { detail: `The body may have ${limit} bytes.` }),
): Promise<Uint8Array<ArrayBuffer>> {
  const length = request.headers.get('Content-Length');
  if (length !== null) {
    if (Number(length) > limit) tooLarge();
    // HTTP gives no more bytes than announced, and the whole costs a tenth of its stream.
    const whole = new Uint8Array(await request.arrayBuffer());
    return whole.length > limit ? tooLarge() : whole;
  }
  // Not every browser gives a request's stream; in a page the caller is the page itself.
  const reader = request.body?.getReader();
  if (!reader) {
    const whole = new Uint8Array(await request.arrayBuffer());
    return whole.length > limit ? tooLarge() : whole;
  }
  return collectBytes(reader, limit, tooLarge);
}

/** All bytes of a stream; stops reading at the first that is too many. */
export async function collectBytes(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  limit: number,
  tooLarge: () => never,
): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.length;
    if (size > limit) {
      await reader.cancel();
      tooLarge();
    }
    parts.push(part.value);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** NUL is legal JSON but no text column takes it. */
const withoutNul = (key: string, value: unknown): unknown => {
  if (key.includes('\0') || (typeof value === 'string' && value.includes('\0')))
    throw new SyntaxError('NUL character');
  return value;
};

/** The body as JSON; an empty body counts as `{}`. */
export async function readJson(request: Request, limit: number): Promise<unknown> {
  const bytes = await readBytes(request, limit);
  if (bytes.length === 0) return {};
  if (!isJson(request.headers.get('Content-Type')))
    refuse('unsupported_media_type', { detail: 'Send the body as application/json.' });
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes), withoutNul);
  } catch {
    return refuse('malformed');
  }
}

/** What a route's contract says its body is. */
type Parsed<Name extends RouteName> = ReturnType<(typeof contracts)[Name]['input']['parse']>;

/** The body as the contract knows it; every wrong field is named. */
export function parseInput<Name extends RouteName>(name: Name, body: unknown): Parsed<Name> {
  const result = contracts[name].input.safeParse(body);
  if (!result.success) refuse('invalid', { errors: describeIssues(result.error.issues, body) });
  return result.data as Parsed<Name>;
}
