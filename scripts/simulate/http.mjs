// Requests to a backend over connections that are kept: Node's fetch costs more than the intake does.
import { Agent, request } from 'node:http';

/**
 * @typedef {{ status: number, json: () => any }} Answer
 * @typedef {(method: string, path: string, options?: { body?: object | string, headers?: Record<string, string> }) => Promise<Answer>} Send
 */

/**
 * @param {string} url
 * @param {number} width Connections.
 * @returns {{ send: Send, close: () => void }}
 */
export function connect(url, width) {
  const { hostname, port } = new URL(url);
  const agent = new Agent({ keepAlive: true, maxSockets: width });
  /** @type {Send} */
  const sendOnce = (method, path, { body, headers = {} } = {}) =>
    new Promise((resolve, reject) => {
      const text = typeof body === 'object' ? JSON.stringify(body) : body;
      const outgoing = request({ agent, hostname, port, method, path, headers }, (incoming) => {
        let received = '';
        incoming.setEncoding('utf8');
        incoming.on('data', (part) => {
          received += part;
        });
        incoming.on('end', () =>
          resolve({ status: incoming.statusCode ?? 0, json: () => JSON.parse(received) }),
        );
        incoming.on('error', reject);
      });
      outgoing.on('error', reject);
      outgoing.end(text);
    });
  // A server closes a connection that was idle for long, perhaps just as it is used again. Ids and keys make every
  // request good for a second time.
  /** @type {Send} */
  const send = async (method, path, options) => {
    for (let tries = 1; ; tries++)
      try {
        return await sendOnce(method, path, options);
      } catch (error) {
        if (tries === 5) throw error;
      }
  };
  return { send, close: () => agent.destroy() };
}
