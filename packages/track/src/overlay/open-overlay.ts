import type { Plan } from '../plan/plan.js';
import type { Tracker } from '../tracker.js';

export function openOverlay(_tracker: Tracker, _plan: Plan | undefined): () => void {
  return () => {};
}
