// PGlite does not notice when two processes open one folder, and the second would ruin it. A file beside the folder
// names the process that has it; what a killed process left there does not count.
import { readFile, unlink, writeFile } from 'node:fs/promises';

/** Claims a folder for this process; answers how to let go of it. Throws when a living process has it. */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const file = `${folder.replace(/[/\\]+$/, '')}.lock`;
  const mine = `${process.pid} ${await startOf(process.pid)}`;
  for (;;) {
    try {
      await writeFile(file, mine, { flag: 'wx' });
      return () => unlink(file).catch(() => {});
    } catch (error) {
      if (!isCode(error, 'EEXIST')) throw error;
    }
    const owner = await readFile(file, 'utf8').catch(() => '');
    if (await isAlive(owner)) {
      throw new Error(
        `[fanfare/server] the folder "${folder}" is in use by process ${owner.split(' ')[0]}. Stop that one, or use PostgreSQL (DATABASE_URL) for several copies.`,
      );
    }
    await unlink(file).catch(() => {});
  }
}

/** The number alone would not do: after a restart of a container another process may have it. */
async function isAlive(owner: string): Promise<boolean> {
  const [pid, start] = owner.split(' ');
  if (!pid) return false;
  try {
    process.kill(Number(pid), 0);
  } catch (error) {
    if (!isCode(error, 'EPERM')) return false;
  }
  return (await startOf(Number(pid))) === start;
}

/** When a process started, where the system tells (Linux); `?` elsewhere, `gone` for one that only waits to be reaped. */
async function startOf(pid: number): Promise<string> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  if (text === null) return '?';
  // proc(5): `pid (name) state ...`, with the start time as the 22nd field; the name may hold spaces.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return fields[0] === 'Z' ? 'gone' : (fields[19] ?? '?');
}

const isCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;
