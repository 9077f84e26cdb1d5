// A/B variants that stay with a participant: chosen by hash, so that no storage and no request is needed.

export interface Experiment<Variant extends string = string> {
  name: string;
  /** The same for the same subject, always and on every device. */
  choose(subject: string): Variant;
}

/**
 * Declares an experiment whose variants are equally likely.
 *
 * @param name Its name: other experiments split the same people differently.
 * @param variants Two or more.
 */
export function defineExperiment<Variant extends string>(
  name: string,
  variants: readonly [Variant, Variant, ...Variant[]],
): Experiment<Variant> {
  return {
    name,
    choose: (subject) => variants[Math.floor((hash(`${name}:${subject}`) / 2 ** 32) * variants.length)]!,
  };
}

/** FNV-1a with a final mix (MurmurHash3's), so that neighbouring ids part ways. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
