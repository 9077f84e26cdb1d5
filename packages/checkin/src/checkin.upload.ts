// Pictures on their way: a place for each from the backend, then its bytes by PUT.
import { type Activity, createId } from '@fanfare/core';
import { uploadCreate } from '@fanfare/protocol/routes';
import { isUnheard } from './checkin.ask.js';
import type { Picture } from './checkin.wish.js';

export type Uploaded =
  | { type: 'uploaded'; ids: string[] }
  /** The backend will never take one of them. */
  | { type: 'refused'; code: string }
  /** Nobody knows; all of them may be sent again. */
  | { type: 'failed'; code: string };

/** Uploads all of them, one after another: phones have one thin line. */
export async function upload(
  activity: Activity,
  photos: readonly Picture[],
  signal: AbortSignal,
): Promise<Uploaded> {
  const ids: string[] = [];
  for (const { type, bytes } of photos) {
    const key = createId(activity.environment);
    try {
      const place = await activity.call(uploadCreate, {
        body: { type, bytes: bytes.byteLength },
        key,
        signal,
      });
      if (!place.ok)
        return { type: isUnheard(place.failure) ? 'failed' : 'refused', code: place.failure.code };
      const { id, url } = place.value;
      const headers = { 'Content-Type': type };
      const request = new Request(url, { method: 'PUT', body: bytes, headers, credentials: 'omit', signal });
      const { ok, status } = await activity.environment.fetch(request);
      if (!ok) return { type: status < 500 ? 'refused' : 'failed', code: 'upload_failed' };
      ids.push(id);
    } catch {
      return { type: 'failed', code: 'offline' };
    }
  }
  return { type: 'uploaded', ids };
}
