// Reads proofs and the log, and waits for draws to be sealed.
import type { Output } from '@fanfare/protocol';
import type { Exchange } from '../../exchange.js';
import type { Stage } from '../../stage.js';
import { Broken } from '../../verdict.js';

export type Fairness = Output<'fairness.get'>;
export type Entries = Output<'fairness.log'>['entries'];

/** How long a draw may take to its place in the log. */
const PATIENCE_MS = 30_000;
const BETWEEN_MS = 250;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** The commitments as they are now, past every cache. */
export async function readFairness(stage: Stage): Promise<{ fairness: Fairness; answer: Exchange }> {
  const answer = await stage.call('fairness.get', { headers: { 'Cache-Control': 'no-cache' } });
  return { fairness: answer.ok('fairness.get'), answer };
}

/** The whole log, page by page, and its last page. */
async function readLog(stage: Stage): Promise<{ entries: Entries; answer: Exchange }> {
  const entries: Entries = [];
  let after: string | null = null;
  for (;;) {
    const query: Record<string, string> = { limit: '2', ...(after !== null && { after }) };
    const answer = await stage.call('fairness.log', { query });
    const page = answer.ok('fairness.log');
    entries.push(...page.entries);
    if (page.next === null) return { entries, answer };
    after = page.next;
  }
}

/** The log once it holds these draws. */
export async function sealedLog(stage: Stage, draws: readonly string[]): ReturnType<typeof readLog> {
  for (let waited = 0; ; waited += BETWEEN_MS) {
    const log = await readLog(stage);
    if (draws.every((id) => log.entries.some(({ draw }) => draw === id))) return log;
    if (waited > PATIENCE_MS)
      throw new Broken(`all ${draws.length} answered draws in the log within ${PATIENCE_MS / 1000} s`, [
        log.answer,
      ]);
    await pause(BETWEEN_MS);
  }
}
