// Where a raffle's number comes from: a public source that nobody can know ahead and everybody can look up.
import { fromHex, sha256Hex } from '@fanfare/protocol/verify';

/** A public source of random numbers, in rounds. */
export interface Beacon {
  /** Shown to everybody, e.g. `drand 8990e7a9`. */
  name: string;
  /** The first round whose number is not known before `at` (unix ms), and when it is told. */
  roundAfter(at: number): { round: string; at: number };
  /** A round's number; null while it is not told. */
  read(round: string): Promise<string | null>;
}

/** How a drand network is reached. */
export interface DrandOptions {
  /** Of the chain, e.g. `https://api.drand.sh/<chain hash>`. */
  url: string;
  /** Unix seconds of round 1, and seconds between rounds, as the chain's `info` says. */
  genesis: number;
  period: number;
  /** @default fetch */
  fetch?: (url: string) => Promise<Response>;
}

/** A drand network: its numbers are the hashes of threshold signatures, which nobody can make alone. */
export function drandBeacon({ url, genesis, period, fetch: ask = fetch }: DrandOptions): Beacon {
  const base = url.replace(/\/+$/, '');
  const timeOf = (round: number) => (genesis + (round - 1) * period) * 1000;
  return {
    name: `drand ${base.slice(base.lastIndexOf('/') + 1).slice(0, 8)}`,
    roundAfter(at) {
      const round = Math.max(1, Math.floor((at / 1000 - genesis) / period) + 2);
      return { round: String(round), at: timeOf(round) };
    },
    async read(round) {
      const response = await ask(`${base}/public/${round}`);
      if (!response.ok) return null;
      const told: { round?: unknown; randomness?: unknown; signature?: unknown } = await response.json();
      const { randomness, signature } = told;
      if (String(told.round) !== round || typeof randomness !== 'string' || typeof signature !== 'string')
        throw new Error(`[fanfare/server] ${base} told something else than round ${round}.`);
      if (sha256Hex(fromHex(signature)) !== randomness)
        throw new Error(`[fanfare/server] the number of round ${round} is not the hash of its signature.`);
      return randomness;
    },
  };
}
