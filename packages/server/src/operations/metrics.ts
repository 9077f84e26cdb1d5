// What one copy of the server counts of its requests, as text for Prometheus. The sums of a copy begin at its start.
import type { LogEntry } from '../http/log.js';

/** Upper bounds of the histogram, in seconds. */
const BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** A metric's lines: a comment on what it is, and a value for each combination of labels. */
export interface Metric {
  name: string;
  type: 'counter' | 'gauge' | 'histogram';
  help: string;
  samples: { suffix?: string; labels: Record<string, string>; value: number }[];
}

/** Counts requests. */
export interface RequestMetrics {
  count(entry: LogEntry): void;
  metrics(): Metric[];
}

const escaped = (text: string) => text.replace(/\\/g, '\\\\').replace(/"/g, '\\"').replace(/\n/g, '\\n');

const lineOf = (name: string, { suffix = '', labels, value }: Metric['samples'][number]) => {
  const pairs = Object.entries(labels).map(([label, text]) => `${label}="${escaped(text)}"`);
  return `${name}${suffix}${pairs.length ? `{${pairs.join()}}` : ''} ${value}`;
};

/** Metrics in Prometheus' text format 0.0.4. */
export const metricsText = (metrics: readonly Metric[]): string =>
  metrics
    .flatMap(({ name, type, help, samples }) => [
      `# HELP ${name} ${help}`,
      `# TYPE ${name} ${type}`,
      ...samples.map((sample) => lineOf(name, sample)),
      '',
    ])
    .join('\n');

interface Timing {
  buckets: number[];
  sum: number;
  count: number;
}

/** Creates counters at zero. */
export function createRequestMetrics(): RequestMetrics {
  const answered = new Map<string, { labels: Record<string, string>; value: number }>();
  const timings = new Map<string, Timing>();
  return {
    count({ method, route, status, code, ms }) {
      // An address that is none of ours would make a row for every guess.
      const name = route ?? 'none';
      const labels = { route: name, method, status: String(status), code: code ?? '' };
      const key = Object.values(labels).join(' ');
      const before = answered.get(key) ?? { labels, value: 0 };
      answered.set(key, { labels, value: before.value + 1 });
      const timing = timings.get(name) ?? { buckets: BOUNDS.map(() => 0), sum: 0, count: 0 };
      BOUNDS.forEach((bound, at) => {
        if (ms <= bound * 1000) timing.buckets[at]! += 1;
      });
      timing.sum += ms / 1000;
      timing.count += 1;
      timings.set(name, timing);
    },
    metrics: () => [
      {
        name: 'fanfare_requests_total',
        type: 'counter',
        help: 'Requests answered by this copy.',
        samples: [...answered.values()],
      },
      {
        name: 'fanfare_request_seconds',
        type: 'histogram',
        help: 'How long they took.',
        samples: [...timings].flatMap(([route, { buckets, sum, count }]) => [
          ...buckets.map((value, at) => ({
            suffix: '_bucket',
            labels: { route, le: String(BOUNDS[at]) },
            value,
          })),
          { suffix: '_bucket', labels: { route, le: '+Inf' }, value: count },
          { suffix: '_sum', labels: { route }, value: Math.round(sum * 1e6) / 1e6 },
          { suffix: '_count', labels: { route }, value: count },
        ]),
      },
    ],
  };
}
