const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d.*(Z|[+-]\d\d:\d\d)$/;

/** Times in a JSON value that are told in another zone than UTC. */
export function timesNotInUtc(value: unknown): string[] {
  if (typeof value === 'string') return TIME.test(value) && !value.endsWith('Z') ? [value] : [];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(timesNotInUtc) : [];
}
