// Properties as JSON, whatever the host hands over. What cannot be read is left out and named; a mainland mobile
// number never leaves the page, nor is it written to disk.

export interface Written {
  /** Undefined where there is nothing to write. */
  json: string | undefined;
  /** What was left out or masked. */
  invalid: string[];
}

/** A mobile number as a value of its own, anywhere in JSON. */
const PHONE = /([:,[])"?(\+?86[- ]?)?1[3-9]\d{9}"?(?=[,}\]])/g;

export function writeProperties(properties: object | undefined): Written {
  const invalid: string[] = [];
  if (!properties) return { json: undefined, invalid };
  let json: string | undefined;
  try {
    json = JSON.stringify(properties);
  } catch {
    json = salvage(properties as Record<string, unknown>, invalid);
  }
  const masked = json?.replace(PHONE, '$1"[phone]"');
  if (masked !== json) invalid.push('props: phone');
  return { json: masked, invalid };
}

/** Getters that throw, cycles, BigInt: each property on its own, so that the others survive. */
function salvage(properties: Record<string, unknown>, invalid: string[]): string {
  const readable: Record<string, unknown> = {};
  for (const name of Object.keys(properties))
    try {
      const value = properties[name];
      JSON.stringify(value);
      readable[name] = value;
    } catch {
      invalid.push(`props.${name}`);
    }
  return JSON.stringify(readable);
}
