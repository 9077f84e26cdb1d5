import type { Environment } from '@fanfare/core';

/** The page's address with a code; whatever else stands in it stays. */
export function withCode(address: URL, code: string): URL {
  const next = new URL(address.href);
  next.searchParams.set('invite', code);
  return next;
}

/** Puts my own code into the page's address, without a step in the history and without a reload. */
export function putCode(code: string, { location }: Pick<Environment, 'location'>): void {
  const address = location();
  if (!address || typeof history === 'undefined' || address.searchParams.get('invite') === code) return;
  try {
    history.replaceState(history.state, '', withCode(address, code));
  } catch {
    // A sandboxed page may not; the link can be copied all the same.
  }
}
