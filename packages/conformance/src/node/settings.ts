// What `fanfare-conformance` is told by its command line and its environment.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { JWK } from 'jose';
import { type Level, levelNames } from '../levels.js';
import type { ConformanceOptions } from '../options.js';
import { readStories } from './stories.js';
import { tokensFrom } from './token-command.js';

/** Everything the command needs. */
export interface Settings {
  url: string;
  options: ConformanceOptions;
  /** Levels that were named: they must be certified for exit code 0. */
  named: readonly Level[];
  /** Files to write to. */
  json: string | undefined;
  junit: string | undefined;
}

export const USAGE = `fanfare-conformance <url> [options]

  --signing-jwk <file|json>  private JWK (or oct) that signs participants' tokens      FANFARE_SIGNING_JWK
  --token-command <command>  prints a token for the participant in $FANFARE_SUB
  --project <name>           aud of the tokens, project of the kit's activities (conformance)
  --admin-key <key>          operator's key: the kit makes activities of its own       FANFARE_ADMIN_KEY
  --host-key <key>           host server's key, for facts                              FANFARE_HOST_KEY
  --track-key <key>          publishable key, for events                               FANFARE_TRACK_KEY
  --activity <id>            a live activity to try, where the kit cannot make its own
  --dev-clock                the backend has POST /v1/dev/clock (never in production)
  --level <a,b>              only these levels, and they must be certified: ${levelNames.join(', ')}
  --clause <id,id>           only these clauses
  --draws <n>                draws of the statistical case (600)
  --clients <n>              parallel clients of the concurrency level (64)
  --json <file>              writes the report as JSON (- for standard output)
  --junit <file>             writes the report as JUnit XML
  --help

  Exit code 0: nothing failed, and every level that was named is certified. 1: otherwise. 2: it could not be run.`;

const options = {
  'signing-jwk': { type: 'string' },
  'token-command': { type: 'string' },
  project: { type: 'string' },
  'admin-key': { type: 'string' },
  'host-key': { type: 'string' },
  'track-key': { type: 'string' },
  activity: { type: 'string' },
  'dev-clock': { type: 'boolean' },
  level: { type: 'string', multiple: true },
  clause: { type: 'string', multiple: true },
  draws: { type: 'string' },
  clients: { type: 'string' },
  json: { type: 'string' },
  junit: { type: 'string' },
  help: { type: 'boolean' },
} as const;

const wrong = (name: string, expected: string, value: string): never => {
  throw new Error(`[fanfare/conformance] "${name}" expected ${expected}, got "${value}".`);
};

const listOf = (values: readonly string[] | undefined) => values?.flatMap((value) => value.split(','));

function jwkOf(value: string | undefined): JWK | undefined {
  if (value === undefined) return undefined;
  const text = value.trimStart().startsWith('{') ? value : readFileSync(value, 'utf8');
  try {
    return JSON.parse(text);
  } catch {
    return wrong('signing-jwk', 'a JWK as JSON, or a file that holds one', value.slice(0, 20));
  }
}

function countOf(name: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  return /^[1-9]\d{0,6}$/.test(value) ? Number(value) : wrong(name, 'a whole number above 0', value);
}

function levelsOf(values: readonly string[] | undefined): Level[] | undefined {
  return listOf(values)?.map((value) =>
    levelNames.includes(value as Level)
      ? (value as Level)
      : wrong('level', `one of ${levelNames.join(', ')}`, value),
  );
}

/** Reads arguments; null when help is asked for. Throws a readable error. */
export function readSettings(
  args: readonly string[],
  env: Record<string, string | undefined>,
): Settings | null {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  if (values.help) return null;
  const [url] = positionals;
  if (!url || !URL.canParse(url))
    return wrong('url', 'the address of a backend, such as https://api.example.com', url ?? '');
  const jwk = jwkOf(values['signing-jwk'] ?? env.FANFARE_SIGNING_JWK);
  const command = values['token-command'];
  const levels = levelsOf(values.level);
  const draws = countOf('draws', values.draws);
  const clients = countOf('clients', values.clients);
  const clauses = listOf(values.clause);
  return {
    url,
    named: levels ?? [],
    json: values.json,
    junit: values.junit,
    options: {
      ...(levels && { levels }),
      ...(clauses && { clauses }),
      ...(jwk && { signingJwk: jwk }),
      ...(command !== undefined && { tokens: tokensFrom(command) }),
      ...(values.project !== undefined && { project: values.project }),
      adminKey: values['admin-key'] ?? env.FANFARE_ADMIN_KEY,
      hostKey: values['host-key'] ?? env.FANFARE_HOST_KEY,
      trackKey: values['track-key'] ?? env.FANFARE_TRACK_KEY,
      ...(values.activity !== undefined && { activity: values.activity }),
      devClock: values['dev-clock'] ?? false,
      stories: readStories(),
      ...(draws !== undefined && { draws }),
      ...(clients !== undefined && { clients }),
    },
  };
}
