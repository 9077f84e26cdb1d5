// What an epoch commits to beside its seed: everything that decides who gets what.
import type { Definition } from '@fanfare/protocol';
import { canonicalJson, sha256Hex, toHex } from '@fanfare/protocol/verify';
import type { Random } from '../ids.js';

type Lottery = NonNullable<Definition['lottery']>;

const committedOf = ({ id, rules, pool }: Definition, lottery: Lottery) => ({
  activity: id,
  ...(lottery.draws_per_day !== undefined && { draws_per_day: lottery.draws_per_day }),
  ...(pool !== undefined && { pool }),
  /** The rules that people read. */
  rules_hash: sha256Hex(canonicalJson(rules)),
  prizes: lottery.prizes.map(({ id, kind, weight, stock, from, value }) => ({
    id,
    kind,
    weight,
    ...(stock !== undefined && { stock }),
    ...(from !== undefined && { from }),
    ...(value !== undefined && { value }),
  })),
});

/** The text to commit to; null when it says what `before` says. Chance keeps unpublished odds from being guessed by their hash. */
export function nextRules(
  definition: Definition,
  lottery: Lottery,
  before: string | undefined,
  random: Random,
): string | null {
  const committed = committedOf(definition, lottery);
  if (before) {
    const { chance: _chance, ...last } = JSON.parse(before);
    if (canonicalJson(last) === canonicalJson(committed)) return null;
  }
  return canonicalJson({ ...committed, chance: toHex(random(16)) });
}
