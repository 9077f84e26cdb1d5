// The example pages as a host would serve them, and the one call that a host's own server makes: facts.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { GIFT } from './definition.mjs';
import { serveNear } from './serve-near.mjs';
import { answerFile } from './static-files.mjs';

/** Where the pages expect the backend; another port is written into the HTML. */
const WRITTEN_ENDPOINT = 'http://127.0.0.1:4400';

/**
 * The folders of the built pages by the prefix of their address.
 * @param {string} root
 */
export function findExamples(root) {
  /** @type {Record<string, string>} */
  const folders = {
    '/new-year/': join(root, 'examples/new-year/dist'),
    '/script-tag/': join(root, 'examples/script-tag'),
    '/react/': join(root, 'examples/react/dist'),
    '/vue/': join(root, 'examples/vue/dist'),
    '/studio/': join(root, 'examples/studio/dist'),
    '/fanfare/': join(root, 'packages/elements/dist'),
  };
  for (const folder of Object.values(folders))
    if (!existsSync(folder)) throw new Error(`${folder} is missing. Run the build first: npm run build`);
  return folders;
}

/**
 * @param {{
 *   folders: Record<string, string>,
 *   port: number,
 *   backend: { url: string, id: string, keys: { host: { key: string }[] } },
 *   headers?: Record<string, string>,
 * }} options
 */
export async function serveExamples({ folders, port, backend, headers = {} }) {
  /** @param {Request} request */
  async function answer(request) {
    const { pathname } = new URL(request.url);
    if (pathname === '/') return new Response(null, { status: 302, headers: { Location: '/new-year/' } });
    if (pathname === '/host/gift' && request.method === 'POST') return recordFact(request);
    for (const [prefix, folder] of Object.entries(folders))
      if (pathname.startsWith(prefix))
        return answerFile(folder, pathname.slice(prefix.length), (html) =>
          html.replaceAll(WRITTEN_ENDPOINT, backend.url),
        );
    return new Response('Not found', { status: 404 });
  }

  /** Only the host's server holds the key that records facts; here a page may ask it for any. @param {Request} request */
  async function recordFact(request) {
    const { participant, name = GIFT } = /** @type {{ participant: string, name?: string }} */ (
      await request.json()
    );
    const answer = await fetch(`${backend.url}/v1/activities/${backend.id}/facts`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${backend.keys.host[0]?.key}` },
      body: JSON.stringify({ id: crypto.randomUUID(), participant, name }),
    });
    return new Response(await answer.text(), {
      status: answer.status,
      headers: { 'Content-Type': 'application/json' },
    });
  }

  return serveNear(async (request) => {
    const response = await answer(request);
    for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
    return response;
  }, port);
}
