import {
  type Activity,
  type ConfigOf,
  type Controller,
  type CreateOptions,
  createCleanup,
} from '@fanfare/core';
import { effect, signal } from '@preact/signals-core';
import type { lotteryConfig } from './lottery.config.js';
import type { Engine, LotteryActions } from './lottery.engine.js';
import type { lotteryFacts } from './lottery.facts.js';
import type { LotteryState } from './lottery.state.js';
import { worldOf } from './lottery.world.js';

/**
 * The lottery without its looks. It shows at once how things are; the engine that plays comes a moment later, and
 * what is asked for before waits for it.
 */
export function createLottery(
  config: ConfigOf<typeof lotteryConfig>,
  activity: Activity,
  { emit = () => {} }: CreateOptions<typeof lotteryFacts> = {},
): Controller<LotteryState, LotteryActions> {
  const cleanup = createCleanup();
  const resting = (isOffline?: boolean): LotteryState => {
    const world = worldOf(activity, isOffline);
    return { phase: 'rest', world, latest: world, isSoundOn: config.sound };
  };
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
      const { createEngine } = await import('./lottery.engine.js');
      if (isOver) return undefined;
      stopResting();
      const loaded = createEngine({ config, activity, emit, state });
      cleanup.add(loaded.destroy);
      return loaded;
    } catch {
      // No network: the next tap tries again.
      engine = undefined;
      state.value = resting(true);
      return undefined;
    }
  }
  /** What is asked for runs in the engine, at once when it is there. */
  async function run(work: (actions: LotteryActions) => void) {
    engine ??= load();
    const loaded = await engine;
    if (loaded && !isOver) work(loaded.actions);
  }

  void run(() => {});
  return {
    state,
    actions: {
      spin: (code) => void run(({ spin }) => spin(code)),
      retry: () => void run(({ retry }) => retry()),
      landed: () => void run(({ landed }) => landed()),
      dismiss: () => void run(({ dismiss }) => dismiss()),
      verify: async (draw) => (await engine)?.actions.verify(draw) ?? 'unknown',
      signIn: () => emit('signin', {}),
      toggleSound: () => void run(({ toggleSound }) => toggleSound()),
    },
    destroy() {
      isOver = true;
      cleanup.run();
    },
  };
}
