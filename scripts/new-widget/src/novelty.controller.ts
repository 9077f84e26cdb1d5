// The widget without its looks: follows the activity and does what people ask for.
import {
  type Activity,
  type Controller,
  type CreateOptions,
  createCleanup,
  parseConfig,
} from '@fanfare/core';
import { effect, signal } from '@preact/signals-core';
import { type NoveltyOptions, noveltyConfig } from './novelty.config.js';
import type { noveltyFacts } from './novelty.facts.js';
import { type NoveltyEvent, type NoveltyState, reduce, startState } from './novelty.state.js';

export interface NoveltyActions {
  /** Waves once, if the activity is live and a wave is left. */
  wave(): void;
}

/**
 * Waves, by an activity.
 *
 * @throws FanfareError `config_invalid` when an option is wrong.
 */
export function createNovelty(
  options: NoveltyOptions,
  activity: Activity | null = null,
  { emit }: CreateOptions<typeof noveltyFacts> = {},
): Controller<NoveltyState, NoveltyActions> {
  const { most } = parseConfig('novelty', noveltyConfig, options);
  const state = signal(startState(most));
  const send = (event: NoveltyEvent) => {
    state.value = reduce(state.peek(), event);
  };
  const cleanup = createCleanup();
  cleanup.add(
    effect(() => {
      const phase = activity?.currentPhase.value;
      if (phase) send({ type: 'turned', phase });
    }),
  );

  return {
    state,
    actions: {
      wave() {
        const before = state.peek().waves;
        send({ type: 'wave' });
        const { waves } = state.peek();
        if (waves !== before) emit?.('waved', { waves });
      },
    },
    destroy: cleanup.run,
  };
}
