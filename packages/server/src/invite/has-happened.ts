// Whether a fact has happened to somebody: recorded by the host, or one of those that the server knows itself.

import type { Owner, Reader } from '../store.js';
import { newestOf } from '../tasks/task.state.js';

/** Whether it has, before this moment. */
export async function hasHappened(reader: Reader, owner: Owner, name: string): Promise<boolean> {
  if (name === 'friend.valid') return (await reader.validFriends(owner)) > 0;
  if (name.startsWith('task.'))
    return newestOf(await reader.submissions(owner), name.slice('task.'.length))?.state === 'approved';
  return reader.hasFact(owner, name);
}
