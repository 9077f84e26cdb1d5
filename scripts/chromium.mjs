// Where the system's Chromium is, and the switches that keep it quiet and alone on a test machine.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Switches that keep Chromium quiet and alone on a test machine. */
export const chromiumArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const onMac = ['Chromium', 'Google Chrome'].map((app) => `/Applications/${app}.app/Contents/MacOS/${app}`);

/** The path of a Chromium: `CHROMIUM_PATH`, or the first on PATH; undefined where there is none. */
export function findChromium() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  for (const dir of (process.env.PATH ?? '').split(delimiter))
    for (const name of ['chromium', 'chromium-browser', 'google-chrome']) {
      const file = join(dir, name);
      if (existsSync(file)) return file;
    }
  return process.platform === 'darwin' ? onMac.find((file) => existsSync(file)) : undefined;
}
