// The painter in a worker. The host starts it: `new Worker(new URL('@fanfare/poster/worker', import.meta.url), …)`.
import { FanfareError } from '@fanfare/core/errors';
import { loadReader } from './check/read-qr.js';
import type { FromWorker, ToWorker } from './render/messages.js';
import { platform, produce } from './render/produce.js';

const scope = globalThis as unknown as {
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
  postMessage(message: FromWorker): void;
};
const pictures = new Map<number, ImageBitmap>();
const running = new Map<number, AbortController>();

loadReader();
scope.onmessage = ({ data }) => {
  if (data.kind === 'abort') running.get(data.id)?.abort();
  else void paint(data);
};

async function paint({
  id,
  job,
  pictures: sent,
  forget,
}: Extract<ToWorker, { kind: 'paint' }>): Promise<void> {
  const abort = new AbortController();
  running.set(id, abort);
  for (const { number, bitmap } of sent) if (bitmap) pictures.set(number, bitmap);
  const bitmaps = new Map(sent.map(({ key, number }) => [key, pictures.get(number)!]));
  for (const number of forget) pictures.delete(number);
  try {
    const onStage = (stage: Extract<FromWorker, { kind: 'stage' }>['stage']) =>
      scope.postMessage({ kind: 'stage', id, stage });
    const made = await produce(job, bitmaps, { signal: abort.signal, onStage }, platform());
    scope.postMessage({ kind: 'made', id, made });
  } catch (error) {
    const code = error instanceof FanfareError ? error.code : 'worker_failed';
    scope.postMessage({
      kind: 'failed',
      id,
      code,
      message: error instanceof Error ? error.message : String(error),
    });
  } finally {
    running.delete(id);
  }
}
