import { type Activity, type Controller, type CreateOptions, createCleanup } from '@fanfare/core';
import { effect, signal } from '@preact/signals-core';
import type { CheckinConfig } from './checkin.config.js';
import type { CheckinActions, Engine } from './checkin.engine.js';
import type { checkinFacts } from './checkin.facts.js';
import type { CheckinState } from './checkin.state.js';
import { worldOf } from './checkin.world.js';

/**
 * The check-in without its looks. It shows at once how things are; the engine that acts comes a moment later, and
 * what is asked for before waits for it.
 */
export function createCheckin(
  _config: CheckinConfig,
  activity: Activity,
  { emit = () => {} }: CreateOptions<typeof checkinFacts> = {},
): Controller<CheckinState, CheckinActions> {
  const cleanup = createCleanup();
  const resting = (): CheckinState => ({ world: worldOf(activity), ask: { phase: 'rest' } });
  const state = signal(resting());
  let engine: Promise<Engine | undefined> | undefined;
  let isOver = false;

  cleanup.add(activity.watchLive());
  const stopResting = cleanup.add(
    effect(() => {
      state.value = resting();
    }),
  );

  async function load(): Promise<Engine | undefined> {
    try {
      const { createEngine } = await import('./checkin.engine.js');
      if (isOver) return undefined;
      stopResting();
      const loaded = createEngine({ activity, emit, state });
      cleanup.add(loaded.destroy);
      return loaded;
    } catch {
      // No network: the next tap tries again.
      engine = undefined;
      state.value = { ...resting(), ask: { phase: 'failed', wish: { kind: 'today' }, code: 'offline' } };
      return undefined;
    }
  }
  /** What is asked for runs in the engine, at once when it is there. */
  async function run(work: (actions: CheckinActions) => unknown) {
    engine ??= load();
    const loaded = await engine;
    if (loaded && !isOver) await work(loaded.actions);
  }

  void run(() => {});
  return {
    state,
    actions: {
      checkIn: () => void run(({ checkIn }) => checkIn()),
      handIn: (text, photos) => run(({ handIn }) => handIn(text, photos)),
      makeUp: (day, pay) => void run(({ makeUp }) => makeUp(day, pay)),
      exchange: (item) => void run(({ exchange }) => exchange(item)),
      retry: () => void run(({ retry }) => retry()),
      dismiss: () => void run(({ dismiss }) => dismiss()),
      signIn: () => emit('signin', {}),
    },
    destroy() {
      isOver = true;
      cleanup.run();
    },
  };
}
