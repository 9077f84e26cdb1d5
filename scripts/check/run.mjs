// Runs one command to its end, or to its deadline, and keeps what it said.
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/**
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: Record<string, string>, deadline?: number }} [options] `deadline` is a unix time in ms.
 * @returns {Promise<{ status: number | null, output: string }>} `status` is null when it had to be stopped.
 */
export function run(command, args, { env = {}, deadline = Number.POSITIVE_INFINITY } = {}) {
  return new Promise((done) => {
    // A process group of its own: what a test started ends with it.
    const child = spawn(command, args, {
      cwd: root,
      detached: true,
      env: { ...process.env, NO_COLOR: '1', ...env },
    });
    running.add(child);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (text) => {
        output += text;
      });
    }
    const left = deadline - Date.now();
    const timer = Number.isFinite(left)
      ? setTimeout(
          () => {
            output += '\nStopped: it has reached its time limit.\n';
            stop(child);
          },
          Math.max(0, left),
        )
      : undefined;
    const finish = (/** @type {number | null} */ status) => {
      clearTimeout(timer);
      running.delete(child);
      done({ status, output });
    };
    child.on('error', (error) => {
      output += `Could not start ${command}: ${error.message}\n`;
      finish(1);
    });
    child.on('close', (status) => finish(status));
  });
}

/** Ends every command that is still running. */
export function stopAll() {
  for (const child of running) stop(child);
}

/** @param {import('node:child_process').ChildProcess} child */
function stop(child) {
  if (!child.pid) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It ended by itself in the meantime.
  }
}
