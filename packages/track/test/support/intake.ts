// A server in a function: keeps what it accepts, and answers as told.
import { gunzipSync } from 'node:zlib';

export type Mood = 'ok' | 'error' | 'lost' | 'html' | 'busy' | 'half' | 'offline' | 'refuses';

export function createIntake() {
  const accepted = new Map<string, unknown>();
  const poison = new Set<unknown>();
  let mood: Mood = 'ok';
  let requests = 0;
  const json = (status: number, body: unknown, headers: Record<string, string> = {}) =>
    new Response(JSON.stringify(body), {
      status,
      headers: { 'Content-Type': 'application/json', ...headers },
    });

  async function answer(request: Request): Promise<Response> {
    requests++;
    if (mood === 'offline') throw new TypeError('Failed to fetch');
    if (mood === 'error') return json(500, {});
    if (mood === 'busy') return json(429, {}, { 'Retry-After': '20' });
    if (mood === 'refuses') return json(400, {});
    if (mood === 'html') return new Response('<html>', { headers: { 'Content-Type': 'text/html' } });
    const bytes = Buffer.from(await request.arrayBuffer());
    const text = request.url.includes('enc=gzip') ? gunzipSync(bytes) : bytes;
    const batch: { batch_id: string; events: { id: string; props?: { n?: number } }[] } = JSON.parse(
      String(text),
    );
    if (batch.events.some(({ props }) => poison.has(props?.n))) return json(400, {});
    const results = batch.events.map(({ id, props }, i) => {
      if (mood === 'half' && i % 2) return { id, status: 'retry' };
      const status = accepted.has(id) ? 'duplicate' : 'accepted';
      accepted.set(id, props?.n);
      return { id, status };
    });
    if (mood === 'lost') throw new TypeError('Failed to fetch');
    return json(200, { batch_id: batch.batch_id, results });
  }
  return {
    accepted,
    poison,
    answer,
    requests: () => requests,
    set(next: Mood) {
      mood = next;
    },
  };
}
