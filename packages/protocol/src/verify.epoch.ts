// An epoch as the verifier knows it: what was committed to, and what of it is revealed by now.
import type { Commitment, Epoch } from './fairness.js';
import type { CommittedPrize, CommittedRules } from './fairness.proof.js';
import { fromHex, sha256Hex } from './sha256.js';
import type { Finding } from './verify.finding.js';

/** An epoch whose reveals were checked. */
export interface CheckedEpoch extends Epoch {
  /** The committed prize table; null while it is not published. */
  prizes: readonly CommittedPrize[] | null;
  /** The revealed seed; null while it is secret. */
  seedBytes: Uint8Array | null;
}

function prizesOf(rules: string): readonly CommittedPrize[] | null {
  try {
    const { prizes } = JSON.parse(rules) as CommittedRules;
    return Array.isArray(prizes) ? prizes : null;
  } catch {
    return null;
  }
}

/** Checks an epoch against its own hashes and, where there is one, the commitment that was seen before the draw. */
export function checkEpoch(
  epoch: Epoch,
  seen: readonly Commitment[],
  report: (finding: Finding) => void,
): CheckedEpoch {
  const number = epoch.epoch;
  const say = (code: Finding['code'], detail: string) => report({ code, detail, epoch: number });
  for (const before of seen)
    if (
      before.epoch === number &&
      (before.seed_hash !== epoch.seed_hash || before.rules_hash !== epoch.rules_hash)
    )
      say('commitment_changed', `Epoch ${number} was committed to with other hashes before.`);
  if (epoch.seed !== undefined && sha256Hex(fromHex(epoch.seed)) !== epoch.seed_hash)
    say('seed_wrong', `The seed of epoch ${number} is not the one that was committed to.`);
  if (epoch.rules !== undefined && sha256Hex(epoch.rules) !== epoch.rules_hash)
    say('rules_changed', `The odds of epoch ${number} are not the ones that were committed to.`);
  return {
    ...epoch,
    prizes: epoch.rules === undefined ? null : prizesOf(epoch.rules),
    seedBytes: epoch.seed === undefined ? null : fromHex(epoch.seed),
  };
}
