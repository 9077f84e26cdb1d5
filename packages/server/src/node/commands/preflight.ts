// `fanfare-server preflight`: the list before a launch.
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { parseDefinition } from '../../activity/parse.js';
import { preflightText, runPreflight } from '../../operations/preflight/run.js';

export const PREFLIGHT_USAGE = `fanfare-server preflight <definition.json> [options]

  --url <address>     where pages reach the backend: is it there, is it this activity, is its clock right
  --draws <number>    how many draws are expected in all: does the stock last
  --offline           visit none of the addresses in the definition
  --accept <check>    a check that may fail, such as prizes.expire; may be repeated
  --json              findings as JSON
  --help

  Ends with 0 when nothing failed, 1 when something did, 2 when it could not be run.`;

const options = {
  url: { type: 'string' },
  draws: { type: 'string' },
  offline: { type: 'boolean' },
  accept: { type: 'string', multiple: true },
  json: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

const PATIENCE_MS = 10_000;

/** Asks for a page as a visitor would; some servers know no HEAD. */
async function visit(url: string): Promise<number | string> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) });
    await response.body?.cancel();
    return response.status;
  } catch (error) {
    const { cause, message } = error as Error & { cause?: { code?: string } };
    return `does not answer (${cause?.code ?? message})`;
  }
}

function drawsOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const draws = Number(text);
  if (!Number.isInteger(draws) || draws < 1)
    throw new Error(`[fanfare/server] "draws" expected a whole number from 1, got "${text}".`);
  return draws;
}

/** Runs it over one file; answers the exit code. */
export async function preflight(args: string[], say: (text: string) => void): Promise<number> {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  const [file] = positionals;
  if (values.help || file === undefined) {
    say(PREFLIGHT_USAGE);
    return values.help ? 0 : 2;
  }
  const definition = parseDefinition(JSON.parse(await readFile(file, 'utf8')), file);
  const findings = await runPreflight(definition, {
    now: Date.now(),
    clock: Date.now,
    url: values.url,
    draws: drawsOf(values.draws),
    accept: values.accept,
    ...(!values.offline && { visit }),
    ask: (request) => fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) }),
  });
  say(values.json ? JSON.stringify(findings, null, 2) : preflightText(definition.id, findings));
  return findings.some(({ status }) => status === 'fail') ? 1 : 0;
}
