// `fanfare-server verify`: anybody's check of a backend's draws, over its public routes alone.
import { parseArgs } from 'node:util';
import { type Fairness, fairness, fairnessLog, type LogEntry } from '@fanfare/protocol';
import { createLogVerifier, type Finding, participantHash } from '@fanfare/protocol/verify';

export const VERIFY_USAGE = `fanfare-server verify <url> --activity <id> [options]

  Reads the commitments and the log of draws, makes every draw again whose seed is public, and names what is wrong.

  --participant <id>  with --salt: which draws of the log are this participant's
  --salt <hex>        the participant's salt, as "me" tells it
  --json              the report as JSON
  --help

  Ends with 0 when nothing was found, 1 when something was, 2 when it could not be run.`;

const options = {
  activity: { type: 'string' },
  participant: { type: 'string' },
  salt: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

async function read(url: string): Promise<unknown> {
  const response = await fetch(url);
  if (!response.ok)
    throw new Error(
      `[fanfare/server] ${url} answered ${response.status}. Check the address and the activity.`,
    );
  return response.json();
}

/** The log in pages, from the first entry to the last. */
async function* pagesOf(base: string): AsyncGenerator<LogEntry[]> {
  for (let after: string | null = '0'; after !== null; ) {
    const page = fairnessLog.parse(await read(`${base}/draws?after=${encodeURIComponent(after)}`));
    yield page.entries;
    after = page.next;
  }
}

const lineOf = ({ code, detail }: Finding) => `  ${code.padEnd(18)} ${detail}`;

/** Checks a live backend; answers the exit code. */
export async function verify(args: string[], say: (text: string) => void): Promise<number> {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  const { activity, participant, salt } = values;
  const [url] = positionals;
  if (values.help || !url || !activity) {
    say(VERIFY_USAGE);
    return values.help ? 0 : 2;
  }
  const base = `${url.replace(/\/+$/, '')}/v1/activities/${encodeURIComponent(activity)}/fairness`;
  // The head first: entries that are sealed meanwhile are more than it speaks of, never fewer.
  const published: Fairness = fairness.parse(await read(base));
  const verifier = createLogVerifier({ activity, fairness: published });
  const own: LogEntry[] = [];
  for await (const entries of pagesOf(base)) {
    verifier.add(entries);
    if (participant !== undefined && salt !== undefined)
      own.push(
        ...entries.filter(
          ({ epoch, nonce, participant_hash }) =>
            participantHash({ activity, participant, salt, epoch, nonce }) === participant_hash,
        ),
      );
  }
  const report = verifier.finish();
  if (values.json) say(JSON.stringify({ ...report, ...(participant !== undefined && { own }) }, null, 2));
  else {
    const waiting = report.entries - report.replayed;
    say(`${activity}: ${report.entries} draws in the log, ${report.replayed} made again.`);
    if (waiting > 0) say(`${waiting} wait for the seed of their epoch, which is told after its close.`);
    for (const { sequence, at, prize } of own)
      say(`  yours: draw ${sequence} at ${at}, ${prize ?? 'no prize'}`);
    say(report.ok ? 'Nothing was found.' : `${report.findings.length} found:`);
    for (const finding of report.findings) say(lineOf(finding));
  }
  return report.ok ? 0 : 1;
}
