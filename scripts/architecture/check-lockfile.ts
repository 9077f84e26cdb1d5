// The lock file names no registry: everybody installs from their own.

export function checkLockfile(lock: string): string[] {
  return lock
    .split('\n')
    .filter((line) => /(resolution|tarball|registry).*https?:\/\//.test(line))
    .map((line) => `pnpm-lock.yaml: names a registry's host: ${line.trim()}`);
}
