// Anybody can check the draws: commitments before, the chained log between, the seed after. And whatever is changed
// afterwards is found and named.
import type { DefinitionInput, Fairness, LogEntry } from '@fanfare/protocol';
import {
  canonicalJson,
  createLogVerifier,
  entryHash,
  logStart,
  sha256,
  sha256Hex,
  verifyDraw,
  verifyLog,
} from '@fanfare/protocol/verify';
import { beforeEach, describe, expect, it } from 'vitest';
import { createBackend, LIVE, plain } from './backend.js';

const END = Date.parse(plain.schedule.end_at);
const PEOPLE = 12;
const DRAWS_EACH = 3;
const activity = 'plain';
type Backend = Awaited<ReturnType<typeof createBackend>>;

const put = (backend: Backend, version: number, definition: DefinitionInput) =>
  backend.send('PUT', '/v1/admin/activities/plain', {
    token: 'admin-key-0123456789',
    headers: { 'If-Match': `"${version}"` },
    body: definition,
  });
const fairnessOf = async (backend: Backend): Promise<Fairness> =>
  (await backend.get('/v1/activities/plain/fairness')).json();
async function logOf(backend: Backend, query = ''): Promise<LogEntry[]> {
  const entries: LogEntry[] = [];
  for (let next: string | null = '0'; next !== null; ) {
    const page: { entries: LogEntry[]; next: string | null } = await (
      await backend.get(`/v1/activities/plain/fairness/draws?after=${next}${query}`)
    ).json();
    entries.push(...page.entries);
    next = page.next;
  }
  return entries;
}

/** Everybody draws three times. */
async function carnival(backend: Backend) {
  const draws: { person: string; client_seed: string; draw: { id: string; prize: string | null } }[] = [];
  for (let n = 0; n < PEOPLE * DRAWS_EACH; n++) {
    const person = `person-${n % PEOPLE}`;
    const client_seed = `seed-${n}`;
    backend.clock.now++;
    const response = await backend.draw(await backend.member(person), `key-${n}`, activity, { client_seed });
    draws.push({ person, client_seed, draw: (await response.json()).draw });
  }
  await backend.app.seal();
  return draws;
}

let backend: Backend;
/** The same bytes in every run: how often a prize is won decides what a verifier finds beside what is looked for. */
function repeatable() {
  let calls = 0;
  return (bytes: number): Uint8Array<ArrayBuffer> => {
    calls++;
    const blocks = Array.from({ length: Math.ceil(bytes / 32) }, (_, at) => [...sha256(`${calls}:${at}`)]);
    return Uint8Array.from(blocks.flat().slice(0, bytes));
  };
}
beforeEach(async () => {
  backend = await createBackend([plain], { random: repeatable() });
});

describe('commitments', () => {
  it('stand in the public definition before anybody draws, and tell neither seed nor odds', async () => {
    const { lottery } = await (await backend.get('/v1/activities/plain')).json();
    const { epochs } = await fairnessOf(backend);
    expect(epochs).toEqual([{ ...lottery.commitment, opened_at: new Date(LIVE).toISOString() }]);
    expect(lottery.commitment).toEqual({
      epoch: 1,
      seed_hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      rules_hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it('say what they commit to where odds are published', async () => {
    const open = await createBackend([{ ...plain, lottery: { ...plain.lottery, publish_odds: true } }]);
    const [epoch] = (await fairnessOf(open)).epochs;
    expect(sha256Hex(epoch!.rules!)).toBe(epoch!.rules_hash);
    expect(JSON.parse(epoch!.rules!).prizes).toEqual(
      plain.lottery.prizes.map(({ name: _name, ...prize }) => prize),
    );
    expect(epoch!.seed).toBeUndefined();
  });

  it('are of the version that a page has, also of an old one', async () => {
    const prizes = plain.lottery.prizes.map((prize) => ({ ...prize, weight: 1 }));
    await put(backend, 1, { ...plain, lottery: { ...plain.lottery, prizes } });
    const of = async (query: string) =>
      (await (await backend.get(`/v1/activities/plain${query}`)).json()).lottery.commitment.epoch;
    expect([await of('?version=1'), await of('?version=2'), await of('')]).toEqual([1, 2, 2]);
  });

  it.each<[string, DefinitionInput, boolean]>([
    ['a title', { ...plain, title: { '*': 'Other' } }, false],
    ['the landing page', { ...plain, landing: 'https://plain.example/other' }, false],
    ['the rules that people read', { ...plain, rules: [{ id: 'r', title: { '*': 'R' }, body: {} }] }, true],
    ['draws a day', { ...plain, lottery: { ...plain.lottery, draws_per_day: 2 } }, true],
    [
      'the stock',
      {
        ...plain,
        lottery: { ...plain.lottery, prizes: plain.lottery.prizes.map((one) => ({ ...one, stock: 9 })) },
      },
      true,
    ],
  ])('a change of %s opens a new epoch only where it decides something', async (_, changed, opens) => {
    expect((await put(backend, 1, changed)).status).toBe(200);
    const { epochs } = await fairnessOf(backend);
    expect(epochs).toHaveLength(opens ? 2 : 1);
    if (!opens) return;
    expect(epochs[0]!.closed_at).toBe(epochs[1]!.opened_at);
    expect(epochs[0]!.seed_hash).not.toBe(epochs[1]!.seed_hash);
  });
});

describe('the reveal', () => {
  it('comes a minute after the close, when no copy of the server draws any more', async () => {
    backend.clock.now = END + 59_999;
    expect((await fairnessOf(backend)).epochs[0]!.seed).toBeUndefined();
    backend.clock.now = END + 60_000;
    const [epoch] = (await fairnessOf(backend)).epochs;
    expect(sha256Hex(Uint8Array.from(Buffer.from(epoch!.seed!, 'hex')))).toBe(epoch!.seed_hash);
    expect(sha256Hex(epoch!.rules!)).toBe(epoch!.rules_hash);
  });

  it('of an epoch comes with the next one', async () => {
    const prizes = plain.lottery.prizes.map((prize) => ({ ...prize, weight: 1 }));
    await put(backend, 1, { ...plain, lottery: { ...plain.lottery, prizes } });
    backend.clock.now += 60_000;
    const { epochs } = await fairnessOf(backend);
    expect(epochs.map(({ seed }) => seed !== undefined)).toEqual([true, false]);
  });

  it('is never of a seed that draws again: who reopens an ended activity opens an epoch', async () => {
    backend.clock.now = END + 60_000;
    const longer = { ...plain, schedule: { ...plain.schedule, end_at: '2027-02-01T00:00:00+08:00' } };
    await put(backend, 1, longer);
    const { epochs } = await fairnessOf(backend);
    expect(epochs.map(({ seed }) => seed !== undefined)).toEqual([false, false]);
    const { draw } = await (await backend.draw(await backend.member('late'), 'k')).json();
    expect(draw.epoch).toBe(2);
    backend.clock.now += 60_000;
    expect((await fairnessOf(backend)).epochs.map(({ seed }) => seed !== undefined)).toEqual([true, false]);
  });
});

describe('the log', () => {
  it('holds every draw once, and can be replayed from the first to the last', async () => {
    const draws = await carnival(backend);
    backend.clock.now = END + 60_000;
    const [fairness, entries] = [await fairnessOf(backend), await logOf(backend)];
    expect(entries.map(({ draw }) => draw).sort()).toEqual(draws.map(({ draw }) => draw.id).sort());
    expect(verifyLog({ activity, fairness, entries })).toEqual({
      ok: true,
      findings: [],
      entries: draws.length,
      replayed: draws.length,
      head: fairness.log_head,
    });
  });

  it('comes in pages that a verifier takes one by one, whole ones for ever', async () => {
    await carnival(backend);
    const [fairness, entries] = [await fairnessOf(backend), await logOf(backend, '&limit=5')];
    const verifier = createLogVerifier({ activity, fairness });
    for (let at = 0; at < entries.length; at += 5) verifier.add(entries.slice(at, at + 5));
    expect(verifier.finish()).toMatchObject({ ok: true, entries: 36, replayed: 0 });
    const cache = async (query: string) =>
      (await backend.get(`/v1/activities/plain/fairness/draws?${query}`)).headers.get('Cache-Control');
    expect(await cache('limit=5')).toContain('immutable');
    expect(await cache('after=35')).toContain('max-age=2');
  });

  it('is found by the id of a draw', async () => {
    const draws = await carnival(backend);
    const of = async (draw: string) =>
      (await backend.get(`/v1/activities/plain/fairness/draws?draw=${draw}&limit=1`)).json();
    const { id } = draws[7]!.draw;
    expect((await of(id)).entries).toMatchObject([{ draw: id }]);
    expect(await of('nothing')).toEqual({ entries: [], next: null });
  });

  it.each(['after=x', 'limit=101', 'limit=-1', 'after=1e3'])('refuses ?%s', async (query) => {
    const response = await backend.get(`/v1/activities/plain/fairness/draws?${query}`);
    expect([response.status, (await response.json()).code]).toEqual([422, 'invalid']);
  });

  it('does not tell who drew, nor which draws are of one person', async () => {
    await carnival(backend);
    const entries = await logOf(backend);
    expect(JSON.stringify(entries)).not.toContain('person-');
    expect(new Set(entries.map((entry) => entry.participant_hash)).size).toBe(entries.length);
    for (const entry of entries)
      for (let n = 0; n < PEOPLE; n++)
        for (const guess of [`person-${n}`, `plain:1:${entry.nonce}:person-${n}`, `:plain:1:1:person-${n}`])
          expect(entry.participant_hash).not.toBe(sha256Hex(guess));
  });

  it('goes on where it ended, whichever copy seals', async () => {
    await carnival(backend);
    const copy = await createBackend([], { store: backend.store });
    await backend.fact({ id: 'f', participant: 'person-0', name: 'watched' });
    await backend.draw(await backend.member('person-0'), 'one-more');
    expect(await Promise.all([backend.app.seal(), copy.app.seal()])).toContain(1);
    const [fairness, entries] = [await fairnessOf(backend), await logOf(backend)];
    expect(verifyLog({ activity, fairness, entries })).toMatchObject({ ok: true, entries: 37 });
  });
});

describe('a verifier finds and names', () => {
  let fairness: Fairness;
  let entries: LogEntry[];
  beforeEach(async () => {
    await carnival(backend);
    backend.clock.now = END + 60_000;
    [fairness, entries] = [await fairnessOf(backend), await logOf(backend)];
  });
  /** What an operator does who covers the traces: every hash made again. */
  function chained(changed: LogEntry[]): { fairness: Fairness; entries: LogEntry[] } {
    let hash = logStart(activity);
    const again = changed.map((entry, at) => {
      const unhashed = { ...entry, sequence: at + 1 };
      hash = entryHash(hash, fairness.epochs[0]!, unhashed);
      return { ...unhashed, hash };
    });
    return { fairness: { ...fairness, log_head: hash, log_length: again.length }, entries: again };
  }
  const codesOf = (question: Partial<Parameters<typeof verifyLog>[0]>) => {
    const report = verifyLog({ activity, fairness, entries, ...question });
    expect(report.ok).toBe(report.findings.length === 0);
    return [...new Set(report.findings.map(({ code }) => code))];
  };
  const changed = (at: number, change: Partial<LogEntry>) =>
    entries.map((entry, index) => (index === at ? { ...entry, ...change } : entry));
  const isWon = ({ prize }: LogEntry) => prize !== 'luck' && prize !== null;

  it('a prize that was changed', () => {
    const at = entries.findIndex((entry) => entry.prize === 'luck');
    expect(codesOf({ entries: changed(at, { prize: 'cup' }) })).toEqual(['chain_broken', 'prize_wrong']);
    const { findings } = verifyLog({ activity, fairness, entries: changed(at, { prize: 'cup' }) });
    expect(findings[0]).toMatchObject({ sequence: at + 1, draw: entries[at]!.draw });
  });

  it('a prize that was changed with every hash made again', () => {
    const at = entries.findIndex((entry) => entry.prize === 'luck');
    expect(codesOf(chained(changed(at, { prize: 'cup' })))).toContain('prize_wrong');
    expect(codesOf(chained(changed(at, { prize: 'coupon', picked: 'coupon' })))).toEqual(['pick_wrong']);
  });

  it('a prize that was taken away, and one that was kept back', () => {
    const at = entries.findIndex(({ prize }) => prize === 'coupon');
    expect(codesOf(chained(changed(at, { prize: 'luck', picked: 'luck' })))).toEqual(['pick_wrong']);
    expect(codesOf(chained(changed(at, { prize: 'luck' })))).toEqual(['prize_withheld']);
  });

  it('prizes given more often than there were', () => {
    const rules = canonicalJson({
      ...JSON.parse(fairness.epochs[0]!.rules!),
      prizes: JSON.parse(fairness.epochs[0]!.rules!).prizes.map((prize: object) => ({ ...prize, stock: 1 })),
    });
    const epochs = [{ ...fairness.epochs[0]!, rules, rules_hash: sha256Hex(rules) }];
    expect(entries.filter(isWon).length).toBeGreaterThan(2);
    expect(codesOf({ fairness: { ...fairness, epochs } })).toContain('prize_oversold');
  });

  it('a draw that was removed', () => {
    const gone = entries.filter((_, at) => at !== 4);
    const { findings } = verifyLog({ activity, fairness, entries: gone });
    expect(findings).toMatchObject([{ code: 'entry_missing', sequence: 6 }]);
    expect(codesOf({ entries: entries.slice(0, -1) })).toEqual(['head_differs']);
  });

  it('a draw that was removed with every hash made again, by anybody who kept an entry', () => {
    const question = chained(entries.filter((_, at) => at !== 4));
    const { sequence, hash } = entries[20]!;
    expect(codesOf(question)).toEqual([]);
    expect(codesOf({ ...question, witness: { sequence, hash } })).toEqual(['head_differs']);
    const last = entries[35]!;
    expect(codesOf({ ...question, witness: last })).toEqual(['entry_missing']);
  });

  it('an order that was swapped', () => {
    const swapped = [...entries.slice(0, 3), entries[4]!, entries[3]!, ...entries.slice(5)];
    expect(codesOf({ entries: swapped })).toContain('entry_misplaced');
    const renumbered = swapped.map((entry, at) => ({ ...entry, sequence: at + 1 }));
    expect(codesOf({ entries: renumbered })).toEqual(['chain_broken']);
  });

  it('a draw that counts twice', () => {
    expect(codesOf(chained([...entries, entries[2]!]))).toContain('draw_repeated');
  });

  it('odds that were changed without an epoch', () => {
    const { rules, ...epoch } = fairness.epochs[0]!;
    const other = rules!.replace('"weight":1', '"weight":9');
    expect(other).not.toBe(rules);
    const published = { ...fairness, epochs: [{ ...epoch, rules: other }] };
    expect(codesOf({ fairness: published })).toContain('rules_changed');
    // The commitment changed with them: who kept it, and the chain, say so.
    const recommitted = {
      ...fairness,
      epochs: [{ ...epoch, rules: other, rules_hash: sha256Hex(other) }],
    };
    expect(codesOf({ fairness: recommitted })).toContain('chain_broken');
    expect(codesOf({ fairness: recommitted, seen: [epoch] })).toContain('commitment_changed');
  });

  it('draws that followed other odds than the committed ones', () => {
    const rules = fairness.epochs[0]!.rules!;
    const other = canonicalJson({
      ...JSON.parse(rules),
      prizes: JSON.parse(rules).prizes.map((prize: object) => ({ ...prize, weight: 1 })),
    });
    const epochs = [{ ...fairness.epochs[0]!, rules: other, rules_hash: sha256Hex(other) }];
    expect(codesOf({ fairness: { ...fairness, epochs } })).toContain('pick_wrong');
  });

  it('another seed, an epoch that nobody announced, and a draw from outside of its epoch', () => {
    const [epoch] = fairness.epochs;
    const epochs = [{ ...epoch!, seed: '00'.repeat(32) }];
    expect(codesOf({ fairness: { ...fairness, epochs } })).toEqual(
      expect.arrayContaining(['seed_wrong', 'pick_wrong']),
    );
    expect(codesOf({ fairness: { ...fairness, epochs: [] } })).toEqual(['epoch_unknown']);
    const early = { ...epoch!, opened_at: new Date(END).toISOString() };
    expect(codesOf({ fairness: { ...fairness, epochs: [early] } })).toEqual(['outside_epoch']);
    expect(codesOf({ fairness: { ...fairness, epochs: [] }, seen: [epoch!] })).toContain(
      'commitment_changed',
    );
  });
});

describe('one’s own draw', () => {
  async function question(at = 7) {
    const { commitment: seen } = (await (await backend.get('/v1/activities/plain')).json()).lottery;
    const told = (await carnival(backend))[at]!;
    const { id: participant, salt } = (await backend.me(await backend.member(told.person))).participant;
    const { client_seed } = told;
    const draw = told.draw as Parameters<typeof verifyDraw>[0]['draw'];
    const entry = (await logOf(backend)).find((one) => one.draw === draw.id)!;
    return {
      activity,
      participant,
      salt,
      client_seed,
      draw,
      seen,
      entry,
      fairness: await fairnessOf(backend),
    };
  }

  it('is committed to while the activity runs, and proven after the close', async () => {
    const asked = await question();
    expect(verifyDraw(asked)).toEqual({ ok: true, findings: [], state: 'committed' });
    backend.clock.now = END + 60_000;
    const fairness = await fairnessOf(backend);
    expect(verifyDraw({ ...asked, fairness })).toEqual({ ok: true, findings: [], state: 'proven' });
  });

  it('is refuted by whatever is not as it was told', async () => {
    const asked = await question();
    const codes = (change: object) => {
      const { state, findings } = verifyDraw({ ...asked, ...change });
      return [state, ...new Set(findings.map(({ code }) => code))];
    };
    const { entry, draw, seen } = asked;
    expect(codes({ entry: null })).toEqual(['refuted', 'draw_missing']);
    expect(codes({ participant: 'person-1' })).toEqual(['refuted', 'participant_wrong']);
    expect(codes({ salt: '00' })).toEqual(['refuted', 'participant_wrong']);
    expect(codes({ client_seed: 'other' })).toEqual(['refuted', 'draw_differs']);
    expect(codes({ entry: { ...entry, prize: 'phone' } })).toEqual(['refuted', 'draw_differs']);
    expect(codes({ draw: { ...draw, epoch: 9 } })).toEqual(['refuted', 'epoch_unknown']);
    expect(codes({ seen: { ...seen, seed_hash: '00' } })).toEqual(['refuted', 'commitment_changed']);
    backend.clock.now = END + 60_000;
    const fairness = await fairnessOf(backend);
    const nonce = { ...entry, nonce: 9 };
    expect(codes({ fairness, entry: nonce, draw: { ...draw, nonce: 9 } })).toContain('participant_wrong');
  });
});
