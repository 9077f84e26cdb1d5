import type { Row } from '../event/row.js';
import type { Airbag } from '../intake/airbag.js';
import type { Database } from '../intake/database.js';
import type { Local } from '../intake/local.js';
import { HOLD } from './holds.js';

export interface ImportOptions {
  name: string;
  airbag: Pick<Airbag, 'names'>;
  local: Local;
  database: Pick<Database, 'append'>;
  pid: string;
}

/** Puts what earlier pages wrote in their last moment onto the disk; only then it leaves the airbag. */
export async function importAirbag({ name, airbag, local, database, pid }: ImportOptions): Promise<void> {
  // What this page saved itself is on its way to the disk.
  const own = pid.slice(24);
  const names = airbag.names().filter((key) => !key.endsWith(own) && !key.startsWith(name + HOLD));
  if (names.length === 0) return;
  const rows = names.flatMap((key): Row[] => {
    try {
      const [json, context] = JSON.parse(local.read(key) ?? '');
      return [{ key: key.slice(name.length + 1), json, context }];
    } catch {
      return [];
    }
  });
  await database.append(rows);
  for (const key of names) local.remove(key);
}
