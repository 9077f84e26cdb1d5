// Reads the server's time from the head of an answer.
import type { Environment } from '../environment.js';
import type { TimeSample } from './offset.js';

/** The sample in an answer's headers, or undefined. A stamp on a cacheable answer is a wrong clock and is ignored. */
export function sampleOf(
  response: Response,
  sent: number,
  received: number,
  useDate = false,
): TimeSample | undefined {
  const stamp = Number(response.headers.get('Fanfare-Time'));
  if (stamp > 0 && /no-store/.test(response.headers.get('Cache-Control') ?? ''))
    return { sent, received, stamp, resolution: 1 };
  const date = useDate ? Date.parse(response.headers.get('Date') ?? '') : Number.NaN;
  return Number.isNaN(date) ? undefined : { sent, received, stamp: date, resolution: 1000 };
}

/** A source for `createClock` that asks any URL: its Fanfare-Time, else its Date. */
export function timeFromUrl(url: string, { fetch, monotonic }: Pick<Environment, 'fetch' | 'monotonic'>) {
  return async (): Promise<TimeSample> => {
    const sent = monotonic();
    const response = await fetch(
      new Request(url, { method: 'HEAD', cache: 'no-store', credentials: 'omit' }),
    );
    const sample = sampleOf(response, sent, monotonic(), true);
    if (!sample) throw new Error(`${url} answered without Fanfare-Time or Date`);
    return sample;
  };
}
