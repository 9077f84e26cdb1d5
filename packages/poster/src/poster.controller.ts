import { type Activity, browserWorld, type Controller, type CreateOptions, parseConfig } from '@fanfare/core';
import { signal } from '@preact/signals-core';
import type { PosterActions } from './poster.actions.js';
import { type PosterOptions, posterConfig } from './poster.config.js';
import type { Engine } from './poster.engine.js';
import type { posterFacts } from './poster.facts.js';
import { asleep } from './poster.state.js';
import type { Tools } from './poster.tools.js';

/** The surroundings that `createPoster` may be given. */
export interface PosterSurroundings extends CreateOptions<typeof posterFacts> {
  /** Other ways to paint and to reach the phone. @default the painter and the page */
  tools?: Partial<Tools>;
}

/**
 * The poster without its looks. Nothing is loaded or painted before `actions.wake()`.
 *
 * @throws FanfareError `config_invalid` when an option is wrong.
 */
export function createPoster(
  options: PosterOptions,
  activity: Activity | null = null,
  { emit = () => {}, environment, tools }: PosterSurroundings = {},
): Controller<typeof asleep, PosterActions> {
  const config = parseConfig('poster', posterConfig, options);
  const world = environment ?? activity?.environment ?? browserWorld();
  const state = signal(asleep);
  let engine: Promise<Engine | undefined> | undefined;
  let isOver = false;

  async function load(): Promise<Engine | undefined> {
    const loaded = await import('./poster.engine.js').catch(() => undefined);
    if (isOver) return undefined;
    if (loaded) return loaded.createEngine({ config, activity, emit, world, tools, state });
    // No network: the next tap tries again.
    engine = undefined;
    state.value = { ...state.peek(), phase: 'offline' };
    return undefined;
  }
  /** What is asked for runs in the engine, which the first one loads. */
  const through =
    <Name extends keyof PosterActions>(name: Name) =>
    async (...given: Parameters<PosterActions[Name]>) => {
      engine ??= load();
      const actions = (await engine)?.actions as Record<Name, (...given: unknown[]) => void> | undefined;
      if (!isOver) actions?.[name](...given);
    };

  return {
    state,
    actions: {
      wake: through('wake'),
      choose: through('choose'),
      preview: through('preview'),
      answer: through('answer'),
      takeAvatar: through('takeAvatar'),
      ask: through('ask'),
      retry: through('retry'),
      save: through('save'),
      held: through('held'),
      share: through('share'),
      copyLink: through('copyLink'),
      copyText: through('copyText'),
      close: through('close'),
    },
    destroy() {
      isOver = true;
      void engine?.then((loaded) => loaded?.destroy());
    },
  };
}
