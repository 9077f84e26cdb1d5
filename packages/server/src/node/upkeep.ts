// What the server does by itself while it runs, and the variables that say so.
import type { App } from '../app.js';
import type { AppOptions } from '../app.options.js';
import { checkRetention, type Retention } from '../operations/forget.js';
import { checkWebhook } from '../operations/webhook.js';
import { type Beacon, drandBeacon } from '../raffle/beacon.js';
import { regularly } from './regularly.js';

type Variables = Record<string, string | undefined>;

/** The parts of a list, by commas. */
export const partsOf = (text = ''): string[] => text.split(',').flatMap((part) => part.trim() || []);

/** `FANFARE_DRAND`: a chain's address, the unix seconds of its first round, and the seconds between rounds. */
function beaconOf(text: string | undefined): Beacon | undefined {
  if (!text) return undefined;
  const [url = '', genesis, period] = partsOf(text);
  const [from, every] = [Number(genesis), Number(period)];
  if (!/^https?:\/\//.test(url) || !Number.isInteger(from) || !(every > 0))
    throw new Error(
      `[fanfare/server] FANFARE_DRAND expected "<address of the chain>,<genesis>,<period>" as its info says, got "${text}".`,
    );
  return drandBeacon({ url, genesis: from, period: every });
}

/** Webhook, metrics and beacon, where their variables are set. */
export function upkeepOf(env: Variables): Pick<AppOptions, 'webhook' | 'metricsKey' | 'beacon'> {
  const { FANFARE_WEBHOOK_URL: url, FANFARE_WEBHOOK_SECRET: secret, FANFARE_METRICS_KEY: metricsKey } = env;
  if (!url !== !secret)
    throw new Error(
      '[fanfare/server] FANFARE_WEBHOOK_URL and FANFARE_WEBHOOK_SECRET belong together. Set both, or none.',
    );
  return {
    ...(url && { webhook: checkWebhook({ url, secrets: partsOf(secret) }) }),
    ...(metricsKey && { metricsKey }),
    beacon: beaconOf(env.FANFARE_DRAND),
  };
}

/** How long things are kept. */
export function retentionOf(env: Variables): Retention {
  const days = (name: string) => (env[name] ? Number(env[name]) : undefined);
  const [peopleDays, eventDays] = [days('FANFARE_PEOPLE_DAYS'), days('FANFARE_EVENT_DAYS')];
  return checkRetention({
    ...(peopleDays !== undefined && { peopleDays }),
    ...(eventDays !== undefined && { eventDays }),
  });
}

const SOON_MS = 1000;
const RAFFLE_MS = 5000;
const HOUSE_MS = 6 * 3_600_000;

/** Seals draws, sends webhooks and forgets, until the answer is called. */
export function keepUp(app: App, retention: Retention, say: (line: object) => void): () => void {
  const failed = (event: string) => (error: unknown) => say({ level: 'error', event, error: String(error) });
  const forget = async () => {
    const forgotten = await app.forget(retention);
    if (forgotten.people + forgotten.events > 0) say({ level: 'info', event: 'forgotten', ...forgotten });
  };
  const stops = [
    regularly(SOON_MS, async () => void (await app.seal()), failed('seal')),
    regularly(RAFFLE_MS, async () => void (await app.raffle()), failed('raffle')),
    regularly(SOON_MS, async () => void (await app.deliver()), failed('webhook')),
    regularly(HOUSE_MS, forget, failed('retention')),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
