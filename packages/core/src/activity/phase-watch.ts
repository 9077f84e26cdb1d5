// The current phase as a signal: it flips by the schedule that the page already has, without any request.
import type { Phase, Schedule } from '@fanfare/protocol';
import { nextPhaseAt, phaseAt } from '@fanfare/protocol/phase';
import { effect, type ReadonlySignal, signal } from '@preact/signals-core';
import type { Clock } from '../clock/clock.js';
import type { Environment } from '../environment.js';

/** Long timers drift and overflow: look again at least this often. */
const LONGEST_MS = 60_000;

export function watchPhase(
  schedule: ReadonlySignal<{ schedule: Schedule } | undefined>,
  clock: Clock,
  { after, document }: Pick<Environment, 'after' | 'document'>,
): { phase: ReadonlySignal<Phase | undefined>; stop(): void } {
  const phase = signal<Phase | undefined>(undefined);
  let cancel = () => {};
  const look = () => {
    cancel();
    const known = schedule.value?.schedule;
    if (!known) return;
    const now = clock.now();
    phase.value = phaseAt(known, now);
    const next = nextPhaseAt(known, now);
    if (next !== null) cancel = after(Math.min(LONGEST_MS, next - now + 1), look);
  };
  const stopEffect = effect(look);
  const offChange = clock.onChange(look);
  document?.addEventListener('visibilitychange', look);
  return {
    phase,
    stop() {
      cancel();
      stopEffect();
      offChange();
      document?.removeEventListener('visibilitychange', look);
    },
  };
}
