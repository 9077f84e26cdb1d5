// Serves on loopback at a port of one's choice, or at any free one when that is taken.
import { serve } from '@fanfare/server/node';

/**
 * @param {(request: Request) => Promise<Response>} fetch
 * @param {number} port
 */
export async function serveNear(fetch, port) {
  const options = { host: '127.0.0.1', graceMs: 3000 };
  try {
    return await serve({ fetch }, { ...options, port });
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EADDRINUSE') throw error;
    return serve({ fetch }, { ...options, port: 0 });
  }
}
