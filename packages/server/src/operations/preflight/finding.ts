// What a preflight finds: one line for each thing that was looked at.

/** Who puts it right. */
export type Owner = 'operator' | 'prizes' | 'developer' | 'hosting';

/** One thing that was looked at. */
export interface Finding {
  /** E.g. `dates.start`; several findings may be of one check. */
  check: string;
  owner: Owner;
  /** `accepted`: it failed, and whoever ran the preflight has said that it may. */
  status: 'pass' | 'fail' | 'accepted';
  /** What was seen, and what to do where it failed. */
  text: string;
}

/** Makes a finding: `ok` decides which of the two texts is told. */
export const finding = (
  check: string,
  owner: Owner,
  ok: boolean,
  texts: { pass: string; fail: string },
): Finding => ({ check, owner, status: ok ? 'pass' : 'fail', text: ok ? texts.pass : texts.fail });
