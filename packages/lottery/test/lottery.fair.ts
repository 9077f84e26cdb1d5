// A backend that commits, draws, seals and reveals, and one that does not keep to it.
import type { Draw, Fairness, LogEntry } from '@fanfare/protocol';
import {
  canonicalJson,
  entryHash,
  fromHex,
  logStart,
  participantHash,
  pickPrize,
  sha256Hex,
} from '@fanfare/protocol/verify';
import { backend, type DrawCall, lottery, prizes } from './lottery.sample';

const SEED = '5f'.repeat(32);
const SALT = 'aabb';
const rules = canonicalJson({
  activity: 'test',
  prizes: prizes.map(({ id, kind, weight }) => ({ id, kind, weight })),
});
const commitment = { epoch: 1, seed_hash: sha256Hex(fromHex(SEED)), rules_hash: sha256Hex(rules) };

/** The lottery with its commitment. */
export const committed = { ...lottery, commitment };

/** Handlers of a backend whose draws can be verified; `lie` changes what it publishes of a draw. */
export function fairBackend(isRevealed: boolean, lie: Partial<LogEntry> = {}) {
  const participant = 'guest-1';
  const made = new Map<string, LogEntry>();
  const hash = participantHash({ activity: 'test', participant, salt: SALT, epoch: 1, nonce: 1 });
  async function draw(call: DrawCall) {
    const { client_seed } = call.input;
    const by = { activity: 'test', participant: hash, client_seed, nonce: 1 };
    const picked = pickPrize(fromHex(SEED), by, prizes as { id: string; weight: number }[]).id;
    const answer = await backend(picked).draw(call);
    const drawn: Draw = answer.draw;
    const entry = {
      ...{ sequence: 1, draw: drawn.id, participant_hash: hash, epoch: 1, nonce: 1, client_seed },
      ...{ picked, prize: drawn.prize, at: drawn.at, ...lie },
    };
    made.set(drawn.id, { ...entry, hash: entryHash(logStart('test'), commitment, entry) });
    return answer;
  }
  const me = {
    participant: { id: participant, kind: 'guest', salt: SALT },
    sections: { chances: { revision: 1, left: 3, used: 0, granted: 3 } },
  };
  return {
    'guest.create': () => ({ token: 'guest-token', linked: false, me }),
    'participant.get': () => me,
    'lottery.draw': draw,
    'fairness.get': (): Fairness => ({
      epochs: [
        {
          ...commitment,
          opened_at: '2026-12-01T00:00:00Z',
          ...(isRevealed && { rules, seed: SEED, closed_at: '2027-01-08T00:00:00Z' }),
        },
      ],
      log_length: made.size,
    }),
    'fairness.log': ({ query }: { query?: Record<string, string> }) => ({
      entries: [...made.values()].filter((entry) => entry.draw === query?.draw),
      next: null,
    }),
  };
}
