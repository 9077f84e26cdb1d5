// Sends pictures to where the backend wants them.
import type { Activity } from '@fanfare/core';
import { createId } from '@fanfare/core';
import { uploadCreate } from '@fanfare/protocol/routes';

const TYPES = ['image/jpeg', 'image/png', 'image/webp'] as const;

/** The ids of the uploads, or a code that says why there are none. */
export type Uploaded = { ids: string[] } | { code: string };

export async function uploadAll(activity: Activity, files: readonly Blob[]): Promise<Uploaded> {
  const { environment } = activity;
  const ids: string[] = [];
  for (const file of files) {
    const type = TYPES.find((known) => known === file.type);
    if (!type) return { code: 'unsupported_media_type' };
    const key = createId(environment);
    const place = await activity.call(uploadCreate, { body: { type, bytes: file.size }, key });
    if (!place.ok) return { code: place.failure.code };
    try {
      const request = new Request(place.value.url, {
        method: 'PUT',
        body: file,
        headers: { 'Content-Type': type },
        credentials: 'omit',
      });
      const response = await environment.fetch(request);
      if (!response.ok) return { code: response.status === 413 ? 'too_large' : 'unavailable' };
    } catch {
      return { code: 'offline' };
    }
    ids.push(place.value.id);
  }
  return { ids };
}
