// What a route answers, before it becomes a Response: the pipeline adds CORS, Request-Id and Fanfare-Time.
import { sha256, toBase64Url } from '../encode.js';

/** An answer without `Cache-Control` is sent with `no-store`. */
export interface Answer {
  status: number;
  /** The body's text, or bytes; null for none. */
  body: string | Uint8Array<ArrayBuffer> | null;
  headers: Record<string, string>;
}

const JSON_TYPE = { 'Content-Type': 'application/json' };

/** 200 with JSON, not to be stored. */
export const answerJson = (value: unknown, headers: Record<string, string> = {}): Answer =>
  answerText(200, JSON.stringify(value), headers);

/** JSON that is text already. */
export const answerText = (status: number, body: string, headers: Record<string, string> = {}): Answer => ({
  status,
  body,
  headers: { ...JSON_TYPE, ...headers },
});

/** JSON that may be kept under `cacheControl`, with an ETag of its bytes; 304 when the caller has it already. */
export async function answerCached(request: Request, value: unknown, cacheControl: string): Promise<Answer> {
  const body = JSON.stringify(value);
  const etag = `"${toBase64Url((await sha256(body)).subarray(0, 16))}"`;
  const headers = { ETag: etag, 'Cache-Control': cacheControl };
  return matches(request.headers.get('If-None-Match'), etag)
    ? { status: 304, body: null, headers }
    : answerText(200, body, headers);
}

/** Whether an `If-None-Match` names the tag. RFC 9110 13.1.2: weak comparison against any of the listed tags. */
export const matches = (header: string | null, etag: string): boolean =>
  header === '*' || (header ?? '').split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
