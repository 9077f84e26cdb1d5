// Files of one folder over HTTP: the right type, HTML never stored, names with a hash kept for good.
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';

/** @type {Record<string, string>} */
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.json': 'application/json',
  '.map': 'application/json',
};

/**
 * @param {string} folder
 * @param {string} path Below the folder, as in the address; a folder's own page where it ends with a slash.
 * @param {(html: string) => string} rewrite Changes HTML on the way out.
 */
export async function answerFile(folder, path, rewrite) {
  const file = normalize(
    join(folder, decodeURIComponent(path === '' || path.endsWith('/') ? `${path}index.html` : path)),
  );
  if (!file.startsWith(folder + sep)) return new Response('Not found', { status: 404 });
  const type = TYPES[extname(file)] ?? 'application/octet-stream';
  const bytes = await readFile(file).catch(() => null);
  if (!bytes) return new Response('Not found', { status: 404 });
  const isPage = extname(file) === '.html';
  const isHashed = /-[\w-]{8,}\.\w+(\.map)?$/.test(file);
  return new Response(isPage ? rewrite(bytes.toString('utf8')) : bytes, {
    headers: {
      'Content-Type': type,
      'Cache-Control': isPage ? 'no-store' : isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
