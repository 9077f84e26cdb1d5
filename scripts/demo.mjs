// `npm run demo`, after the build: the reference server in development mode over PGlite (DATABASE_URL: PostgreSQL)
// and the example pages. Everything listens on loopback only, because anybody may be anybody here.
import { join, resolve } from 'node:path';
import { postgresStore } from '@fanfare/server/postgres';
import { startBackend } from './demo/backend.mjs';
import { loadDefinition } from './demo/definition.mjs';
import { findExamples, serveExamples } from './demo/examples.mjs';

const root = resolve(import.meta.dirname, '..');
const { DATABASE_URL, API_PORT = '4400', PORT = '4401' } = process.env;
const database = DATABASE_URL || join(root, '.fanfare/demo');

const folders = findExamples(root);
const definition = loadDefinition(join(root, 'examples/new-year/activity.json'));
const backend = await startBackend({ store: postgresStore(database), definition, port: Number(API_PORT) });
const pages = await serveExamples({ folders, port: Number(PORT), backend });

console.log(`
  Fanfare is ready. Open on this machine:

    ${pages.url}/new-year/      the New Year carnival; it goes live in a minute and a half
    ${pages.url}/script-tag/    the same in one HTML file
    ${pages.url}/react/         in React
    ${pages.url}/vue/           in Vue

  Backend     ${backend.url}/v1
  Data        ${DATABASE_URL ? 'DATABASE_URL' : '.fanfare/demo (delete the folder to start over)'}
  Operator    bearer key ${backend.keys.admin[0]?.key}

  Ctrl+C stops it.
`);

let isStopping = false;
const stop = async () => {
  if (isStopping) return;
  isStopping = true;
  await pages.stop();
  await backend.stop();
  process.exit(0);
};
process.on('SIGINT', stop);
process.on('SIGTERM', stop);
