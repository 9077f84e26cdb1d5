// Properties as JSON, whatever the host hands over. What cannot be read is left out and named; a phone number
// never leaves the page.

export interface Written {
  /** Undefined where there is nothing to write. */
  json: string | undefined;
  /** Paths of what was left out or masked. */
  invalid: string[];
}

/** A mainland mobile number as a value of its own. */
const PHONE = /^(\+?86[- ]?)?1[3-9]\d{9}$/;
/** The same anywhere in JSON: one quick look, so that only a find costs more. */
const PHONE_IN_JSON = /[:,[]"?(\+?86[- ]?)?1[3-9]\d{9}"?[,}\]]/;

export function writeProperties(properties: object | undefined): Written {
  const invalid: string[] = [];
  if (!properties) return { json: undefined, invalid };
  let json: string | undefined;
  try {
    json = JSON.stringify(properties);
  } catch {
    json = salvage(properties, invalid);
  }
  if (json && PHONE_IN_JSON.test(json)) json = mask(json, invalid);
  return { json, invalid };
}

/** Getters that throw, cycles, BigInt: each property on its own, so that the others survive. */
function salvage(properties: object, invalid: string[]): string {
  const parts: string[] = [];
  for (const name of Object.keys(properties)) {
    try {
      const value = JSON.stringify((properties as Record<string, unknown>)[name]);
      if (value !== undefined) parts.push(`${JSON.stringify(name)}:${value}`);
    } catch {
      invalid.push(`props.${name}`);
    }
  }
  return `{${parts.join()}}`;
}

function mask(json: string, invalid: string[]): string {
  return JSON.stringify(JSON.parse(json), (name, value) => {
    if (!/^(string|number)$/.test(typeof value) || !PHONE.test(String(value))) return value;
    invalid.push(`props.${name}`);
    return '[phone]';
  });
}
