// `FANFARE_SINKS`: a JSON list of endpoints that events go to.
import type { SinkOptions } from '../sinks/sink.js';

const TEXTS = ['name', 'url', 'authorization', 'project'] as const;
const NUMBERS = ['batchEvents', 'timeoutMs', 'leaseMs'] as const;
const KNOWN = new Set<string>([...TEXTS, ...NUMBERS]);

const wrong = (what: string): never => {
  throw new Error(
    `[fanfare/server] FANFARE_SINKS ${what}. Write [{"name":"lake","url":"https://...","authorization":"Bearer ..."}].`,
  );
};

function listOf(text: string): unknown[] {
  let list: unknown;
  try {
    list = JSON.parse(text);
  } catch {
    wrong('is not JSON');
  }
  return Array.isArray(list) ? list : wrong('expected a list');
}

function sinkOf(one: unknown): SinkOptions {
  if (typeof one !== 'object' || one === null) wrong('expected objects');
  const sink = one as Record<string, unknown>;
  for (const name of Object.keys(sink)) if (!KNOWN.has(name)) wrong(`knows no "${name}"`);
  for (const name of TEXTS)
    if (sink[name] !== undefined && (typeof sink[name] !== 'string' || !sink[name]))
      wrong(`expected a text for "${name}"`);
  for (const name of NUMBERS)
    if (sink[name] !== undefined && !(Number.isSafeInteger(sink[name]) && Number(sink[name]) > 0))
      wrong(`expected a whole number for "${name}"`);
  if (!sink.name) wrong('expected a "name"');
  if (!/^https?:\/\/\S+$/.test(String(sink.url)))
    wrong(`expected an http(s) address for "url" of "${sink.name}"`);
  return sink as unknown as SinkOptions;
}

/** Reads the variable; throws with a sentence on what is wrong. */
export function sinksOf(text = ''): SinkOptions[] {
  if (!text.trim()) return [];
  const sinks = listOf(text).map(sinkOf);
  if (new Set(sinks.map(({ name }) => name)).size < sinks.length) wrong('has a "name" twice');
  return sinks;
}
