import type { Priority } from './row.js';

/** What a draw, a check-in or an invite did is never dropped; what was only seen goes first. */
export function priorityOf(name: string): Priority {
  if (name.endsWith('.shown')) return 2;
  return /^(\$dropped$|(lottery|checkin|invite)\.)/.test(name) ? 0 : 1;
}
