// Pictures on their way: a place for each from the backend, then its bytes by PUT.
import { type Activity, createId } from '@fanfare/core';
import { uploadCreate } from '@fanfare/protocol/routes';

export type Uploaded = { ok: true; ids: string[] } | { ok: false; code: string };

/** Uploads all of them, one after another: phones have one thin line. */
export async function upload(activity: Activity, photos: readonly Blob[]): Promise<Uploaded> {
  const ids: string[] = [];
  for (const photo of photos) {
    const key = createId(activity.environment);
    const body = { type: photo.type, bytes: photo.size };
    try {
      const place = await activity.call(uploadCreate, { body, key });
      if (!place.ok) return { ok: false, code: place.failure.code };
      const { id, url } = place.value;
      const headers = { 'Content-Type': photo.type };
      const request = new Request(url, { method: 'PUT', body: photo, headers, credentials: 'omit' });
      const { ok } = await activity.environment.fetch(request);
      if (!ok) return { ok: false, code: 'upload_failed' };
      ids.push(id);
    } catch {
      return { ok: false, code: 'upload_failed' };
    }
  }
  return { ok: true, ids };
}
