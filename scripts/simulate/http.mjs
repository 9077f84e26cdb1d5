// Requests to a backend over connections that are kept: Node's fetch costs more than the intake does.
import { Agent, request } from 'node:http';

const [TRIES, BUSY_MS] = [30, 1000];

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
  // As pages do: a busy server is asked again after the time that it names, and so is one that closed an idle connection
  // just as it was used again. Ids and keys make every request good for a second time.
  /** @type {Send} */
  const send = async (method, path, options) => {
    for (let tries = 1; ; tries++) {
      const answer = await sendOnce(method, path, options).catch((error) => {
        if (tries === TRIES) throw error;
        return null;
      });
      if (answer && (answer.status !== 503 || tries === TRIES)) return answer;
      await new Promise((resolve) => setTimeout(resolve, answer ? BUSY_MS : 0));
    }
  };
  return { send, close: () => agent.destroy() };
}
