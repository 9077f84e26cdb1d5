// Tokens from a command of the host's, where no signing key can be given away.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { TokenSource } from '../options.js';

const run = promisify(execFile);

/** Runs `command` in a shell with FANFARE_SUB set, and takes what it prints for the token of that participant. */
export const tokensFrom =
  (command: string): TokenSource =>
  async (sub) => {
    const { stdout } = await run('/bin/sh', ['-c', command], { env: { ...process.env, FANFARE_SUB: sub } });
    const token = stdout.trim();
    if (!token)
      throw new Error(`[fanfare/conformance] --token-command printed nothing for FANFARE_SUB=${sub}.`);
    return token;
  };
