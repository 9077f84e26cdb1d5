// Who is on stage in this tab: a reload finds the same person, and another tab may have somebody else.
import type { PersonaName } from './cast.js';

/** The role that a tab plays. */
export interface Role {
  persona: PersonaName;
  /** Tells apart who is new again and again. */
  turn: number;
}

const nameOf = (keep: string) => `fanfare-rehearsal-${keep}`;

/** The role of before a reload. */
export function readRole(keep: string | undefined): Role | undefined {
  if (!keep) return undefined;
  try {
    return JSON.parse(sessionStorage.getItem(nameOf(keep)) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

/** Remembers the role; where nothing can be remembered, a reload begins as the page says. */
export function writeRole(keep: string | undefined, role: Role): void {
  if (!keep) return;
  try {
    sessionStorage.setItem(nameOf(keep), JSON.stringify(role));
  } catch {
    // Storage is blocked or full.
  }
}
