// The code that a friend arrives with: from the delivery link that core keeps, or from the address.
import type { Environment } from '@fanfare/core';

/** Who invites, as far as a landing page may know. */
export interface Inviter {
  code: string;
  name?: string | undefined;
  avatar?: string | undefined;
}

interface Link {
  invite?: string | undefined;
}

/** Codes have no O, I and L; people write them all the same. */
const normal = (code: string) => code.trim().toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1');

export const isSameCode = (one: string, other: string): boolean => normal(one) === normal(other);

/** The code in what a person pasted: between `#` signs, or the longest word that could be one. */
export function codeIn(pasted: string): string | undefined {
  const marked = /#\s*([0-9A-Za-z]{6,64})\s*#/.exec(pasted)?.[1];
  const inLink = /[?&]invite=([0-9A-Za-z]{6,64})/.exec(pasted)?.[1];
  const words = pasted.match(/[0-9A-Za-z]{6,64}/g) ?? [];
  return marked ?? inLink ?? (words.length === 1 ? words[0] : undefined);
}

const nameOf = (activity: string) => `link:${activity}`;

/** The code of somebody else that this visitor came with; my own one, forwarded to myself, is nobody's. */
export async function findCode(
  activity: string,
  own: string | undefined,
  { storage, location }: Pick<Environment, 'storage' | 'location'>,
): Promise<string | undefined> {
  const isForeign = (code: string | null | undefined): code is string =>
    !!code && code.length <= 64 && !(own && isSameCode(code, own));
  const kept = (await storage.get<Link>(nameOf(activity)))?.invite;
  if (isForeign(kept)) return kept;
  // My own code would stand in the way of a friend's link that comes later.
  if (kept) await dropCode(activity, kept, storage);
  const found = location()?.searchParams.get('invite');
  return isForeign(found) ? found : undefined;
}

/** Keeps a code that was pasted, as if it had come by a link. */
export async function keepCode(
  activity: string,
  code: string,
  storage: Environment['storage'],
): Promise<void> {
  await storage.update<Link>(nameOf(activity), (link) => ({ ...link, invite: code }));
}

/** The code was answered for good: it is not offered again. The channel stays. */
export async function dropCode(
  activity: string,
  code: string,
  storage: Environment['storage'],
): Promise<void> {
  await storage.update<Link>(nameOf(activity), (link = {}) => {
    const { invite, ...rest } = link;
    return invite && isSameCode(invite, code) ? rest : link;
  });
}
