// Firefox ESR and WebKitGTK as Debian has them: Playwright drives neither, their own remote controls do.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Driven {
  go(url: string): Promise<unknown>;
  /** Runs the body of a function in the page and answers with what it returns. */
  run(body: string): Promise<unknown>;
  close(): Promise<void>;
}

const FIREFOX = '/usr/bin/firefox-esr';
const DRIVER = '/usr/bin/WebKitWebDriver';
const MINI = '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser';

const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const anyPort = () => 20_000 + (process.pid % 20_000);

async function until<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await work();
    } catch (error) {
      if (tries > 100) throw error;
      await rest(200);
    }
  }
}

const ended = (child: ChildProcess) =>
  new Promise<void>((resolve) => {
    if (child.exitCode !== null) resolve();
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });

/** Marionette: JSON with its length before it, over TCP. */
async function firefox(): Promise<Driven> {
  const profile = mkdtempSync(join(tmpdir(), 'fanfare-firefox-'));
  const port = anyPort();
  writeFileSync(join(profile, 'user.js'), `user_pref("marionette.port", ${port});\n`);
  const child = spawn(
    FIREFOX,
    ['--headless', '--marionette', '--no-remote', '--profile', profile, 'about:blank'],
    {
      stdio: 'ignore',
    },
  );
  const socket = await until(
    () =>
      new Promise<Socket>((resolve, reject) => {
        const socket = connect(port, '127.0.0.1', () => resolve(socket));
        socket.once('error', reject);
      }),
  );
  const waiting = new Map<number, (answer: [unknown, { value: unknown }]) => void>();
  let buffer = Buffer.alloc(0);
  socket.on('data', (data) => {
    buffer = Buffer.concat([buffer, data]);
    for (;;) {
      const colon = buffer.indexOf(':');
      const length = Number(buffer.subarray(0, colon).toString());
      if (colon < 0 || buffer.length < colon + 1 + length) return;
      const message = JSON.parse(buffer.subarray(colon + 1, colon + 1 + length).toString());
      buffer = buffer.subarray(colon + 1 + length);
      if (Array.isArray(message)) waiting.get(message[1])?.([message[2], message[3]]);
    }
  });
  let id = 0;
  const send = (command: string, parameters: object) =>
    new Promise<unknown>((resolve, reject) => {
      const text = JSON.stringify([0, ++id, command, parameters]);
      waiting.set(id, ([error, result]) =>
        error ? reject(new Error(JSON.stringify(error))) : resolve(result?.value),
      );
      socket.write(`${Buffer.byteLength(text)}:${text}`);
    });
  await send('WebDriver:NewSession', {});
  return {
    go: (url) => send('WebDriver:Navigate', { url }),
    run: (script) => send('WebDriver:ExecuteScript', { script, args: [] }),
    async close() {
      socket.destroy();
      await ended(child);
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** WebDriver over HTTP, in a display of its own. */
async function webkit(): Promise<Driven> {
  const port = anyPort() + 1;
  const display = `:${100 + (process.pid % 400)}`;
  const screen = spawn('Xvfb', [display, '-screen', '0', '800x2400x24'], { stdio: 'ignore' });
  const driver = spawn(DRIVER, [`--port=${port}`], {
    stdio: 'ignore',
    env: { ...process.env, DISPLAY: display, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' },
  });
  const send = async (method: string, path: string, body?: object): Promise<unknown> => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      ...(body && { body: JSON.stringify(body) }),
    });
    const { value } = (await answer.json()) as { value: unknown };
    if (!answer.ok) throw new Error(JSON.stringify(value));
    return value;
  };
  const options = { binary: MINI, args: ['--automation'] };
  const capabilities = { alwaysMatch: { 'webkitgtk:browserOptions': options } };
  const { sessionId } = (await until(() => send('POST', '/session', { capabilities }))) as {
    sessionId: string;
  };
  return {
    go: (url) => send('POST', `/session/${sessionId}/url`, { url }),
    run: (script) => send('POST', `/session/${sessionId}/execute/sync`, { script, args: [] }),
    async close() {
      await send('DELETE', `/session/${sessionId}`).catch(() => {});
      await ended(driver);
      await ended(screen);
    },
  };
}

/** The browsers that are on this machine. */
export const others: [name: string, launch: () => Promise<Driven>][] = [
  ...(existsSync(FIREFOX) ? [['Firefox ESR', firefox] as [string, typeof firefox]] : []),
  ...(existsSync(DRIVER) && existsSync(MINI) ? [['WebKitGTK', webkit] as [string, typeof webkit]] : []),
];
