// What `fanfare-server` is told by its command line and its environment.
import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import type { AppOptions } from '../app.options.js';
import { checkTrackKeys, type TrackKey } from '../events/track-keys.js';
import { checkKeys, type Keys } from '../keys.js';
import type { Retention } from '../operations/forget.js';
import type { SinkOptions } from '../sinks/sink.js';
import { challengeAt, networkFromHeader, wechatAt } from './connections.js';
import { sinksOf } from './sink-settings.js';
import { partsOf, retentionOf, upkeepOf } from './upkeep.js';

/** The options of the app that only whoever runs it can know. */
export type Connections = Pick<
  AppOptions,
  'url' | 'networkOf' | 'verifyChallenge' | 'wechat' | 'webhook' | 'metricsKey'
>;

/** Everything the command needs. */
export interface Settings {
  port: number;
  host: string;
  /** A file or folder of definitions. */
  definitions: string | undefined;
  /** `DATABASE_URL`, or the folder of the embedded database. */
  database: string;
  dev: boolean;
  origins: string[];
  keys: Keys;
  /** Publishable keys that pages send events with. */
  trackKeys: TrackKey[];
  /** Servers of the event log that stands in front of the storage; none without one. */
  nats: string[];
  /** Where accepted events go on to. */
  sinks: SinkOptions[];
  /** What the server is connected to; each is absent unless its variables are set. */
  connections: Connections;
  /** How long things are kept. */
  retention: Retention;
  /** Keys that were made up for this run, by the name of their variable. */
  generated: Record<string, string>;
}

export const USAGE = `fanfare-server [options]

  --port <number>        port to listen on (PORT; 8787)
  --host <address>       address to listen on (HOST; 0.0.0.0)
  --definitions <path>   a JSON file, or a folder of JSON files, to store at the start
  --data <folder>        folder of the embedded database (./.fanfare)
  --origin <origin>      a page origin that may act in every activity; may be repeated
  --dev                  development aids: tokens for anybody, a movable clock, codes
  --help

  DATABASE_URL             postgres://... uses PostgreSQL in place of the folder
  FANFARE_PARTICIPANT_KEY  HS256 secret, or a JWK as JSON, that the host signs participants' tokens with; while it is
                           changed a JSON list of both
  FANFARE_GUEST_KEY        secret for guest tokens; the same on every copy of the server; while it is changed new,old
  FANFARE_HOST_KEY         bearer key of the host's servers (facts), or several: key,key
  FANFARE_ADMIN_KEY        bearer key of operators (definitions), or several: key,key
  FANFARE_TRACK_KEYS       publishable keys that pages send events with: key=project,key=project
  FANFARE_NATS             servers of a NATS JetStream cluster that takes events in before they are stored:
                           nats://a:4222,nats://b:4222,nats://c:4222
  FANFARE_SINKS            endpoints that accepted events go on to, as CloudEvents: a JSON list of { name, url,
                           authorization?, project? }

  FANFARE_URL              where pages reach the server, for the addresses of uploads
  FANFARE_NETWORK_HEADER   header in which your own proxy names the caller's address, for limits per network
  FANFARE_CHALLENGE_URL    verifies solutions of challenges: takes a form of secret and response, answers { "success" }
  FANFARE_CHALLENGE_SECRET the secret of that form
  FANFARE_WECHAT_APP_ID    signs pages for the WeChat JS-SDK, with the ticket from
  FANFARE_WECHAT_TICKET_URL  which answers { "ticket" }
  FANFARE_WECHAT_TICKET_KEY  and takes this bearer key, if it needs one

  FANFARE_WEBHOOK_URL      is told of rewards, in messages signed with
  FANFARE_WEBHOOK_SECRET   24 characters or more; while it is changed new,old
  FANFARE_METRICS_KEY      bearer key of /metrics, for Prometheus
  FANFARE_PEOPLE_DAYS      forgets names, addresses and pictures so many days after an activity's end
  FANFARE_EVENT_DAYS       forgets events after so many days, at least 14

  fanfare-server migrate --help, fanfare-server preflight --help: two commands of their own

  A key that is not given is made up for this run and printed once; with DATABASE_URL all must be given, unless
  --dev.`;

const options = {
  port: { type: 'string' },
  host: { type: 'string' },
  definitions: { type: 'string' },
  data: { type: 'string' },
  origin: { type: 'string', multiple: true },
  dev: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

function portOf(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`[fanfare/server] "port" expected a number from 0 to 65535, got "${text}".`);
  return port;
}

const ALGORITHMS = ['ES256', 'RS256', 'PS256', 'EdDSA'] as const;

function parseJwk(text: string) {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(
      '[fanfare/server] FANFARE_PARTICIPANT_KEY is not a JWK: it begins with { but is not JSON.',
    );
  }
}

/** A plain secret is HS256; a JWK must say its algorithm, which then is the only one accepted. */
function participantKeyOf(text: string): Keys['participant'][number] {
  if (!text.trimStart().startsWith('{')) return { alg: 'HS256', secret: text };
  const jwk = parseJwk(text);
  const alg = ALGORITHMS.find((one) => one === jwk.alg);
  if (!alg)
    throw new Error(
      `[fanfare/server] FANFARE_PARTICIPANT_KEY expected a JWK whose "alg" is one of ${ALGORITHMS.join(', ')}, got "${jwk.alg}".`,
    );
  return { alg, jwk, ...(jwk.kid && { kid: jwk.kid }) };
}

/** One key, or a JSON list of several while one is being changed. */
function participantKeysOf(text: string): Keys['participant'] {
  if (!text.trimStart().startsWith('[')) return [participantKeyOf(text)];
  const list: unknown = parseJwk(text);
  return (list as unknown[]).map((one) =>
    participantKeyOf(typeof one === 'string' ? one : JSON.stringify(one)),
  );
}

/** `pk_live=shop,pk_test=demo`; without it no page may send events. */
function trackKeysOf(text = ''): TrackKey[] {
  const keys = text
    .split(',')
    .filter((pair) => pair.trim())
    .map((pair) => {
      const [key = '', project = ''] = pair.split('=', 2).map((part) => part.trim());
      return { key, project };
    });
  checkTrackKeys(keys);
  return keys;
}

type Variables = Record<string, string | undefined>;

/** The address in a variable; undefined where there is none. */
function addressOf(env: Variables, name: string): string | undefined {
  const text = env[name];
  if (text && !/^https?:\/\/\S+$/.test(text))
    throw new Error(`[fanfare/server] ${name} expected an http(s) address, got "${text}".`);
  return text || undefined;
}

/** All of these or none: half of a connection would be a limit that never holds. */
function together(env: Variables, names: readonly string[]): boolean {
  const missing = names.filter((name) => !env[name]);
  if (missing.length > 0 && missing.length < names.length)
    throw new Error(`[fanfare/server] ${missing[0]} is missing. Set ${names.join(' and ')} together.`);
  return missing.length === 0;
}

function connectionsOf(env: Variables): Connections {
  const url = addressOf(env, 'FANFARE_URL');
  const header = env.FANFARE_NETWORK_HEADER;
  const challenge = addressOf(env, 'FANFARE_CHALLENGE_URL');
  const ticket = addressOf(env, 'FANFARE_WECHAT_TICKET_URL');
  const hasChallenge = together(env, ['FANFARE_CHALLENGE_URL', 'FANFARE_CHALLENGE_SECRET']);
  const hasWechat = together(env, ['FANFARE_WECHAT_APP_ID', 'FANFARE_WECHAT_TICKET_URL']);
  return {
    ...(url && { url }),
    ...(header && { networkOf: networkFromHeader(header) }),
    ...(hasChallenge && { verifyChallenge: challengeAt(challenge!, env.FANFARE_CHALLENGE_SECRET!) }),
    ...(hasWechat && {
      wechat: wechatAt(env.FANFARE_WECHAT_APP_ID!, ticket!, env.FANFARE_WECHAT_TICKET_KEY),
    }),
  };
}

/** Reads the settings; null when help was asked for. Throws with a sentence on what is wrong. */
export function readSettings(args: string[], env: Variables): Settings | null {
  const { values } = parseArgs({ args, options, strict: true });
  if (values.help) return null;
  const dev = values.dev ?? false;
  const generated: Record<string, string> = {};
  const key = (name: string): string => {
    if (env[name]) return env[name];
    // Copies over one database would make up different keys and refuse each other's guests.
    if (env.DATABASE_URL && !dev)
      throw new Error(
        `[fanfare/server] ${name} is missing. Set it beside DATABASE_URL, the same on every copy.`,
      );
    generated[name] = randomBytes(32).toString('base64url');
    return generated[name];
  };
  const participant = participantKeysOf(key('FANFARE_PARTICIPANT_KEY'));
  const [guest = '', ...guestBefore] = partsOf(key('FANFARE_GUEST_KEY'));
  return {
    port: portOf(values.port ?? env.PORT ?? '8787'),
    host: values.host ?? env.HOST ?? '0.0.0.0',
    definitions: values.definitions,
    database: env.DATABASE_URL || (values.data ?? './.fanfare'),
    dev,
    origins: values.origin ?? [],
    keys: checkKeys({
      participant,
      guest,
      ...(guestBefore.length > 0 && { guestBefore }),
      host: partsOf(key('FANFARE_HOST_KEY')).map((one) => ({ key: one })),
      admin: partsOf(key('FANFARE_ADMIN_KEY')).map((one) => ({ key: one })),
    }),
    trackKeys: trackKeysOf(env.FANFARE_TRACK_KEYS),
    nats: (env.FANFARE_NATS ?? '').split(',').flatMap((server) => server.trim() || []),
    sinks: sinksOf(env.FANFARE_SINKS),
    connections: { ...connectionsOf(env), ...upkeepOf(env) },
    retention: retentionOf(env),
    generated,
  };
}
