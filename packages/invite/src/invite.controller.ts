import {
  type Activity,
  type Controller,
  type CreateOptions,
  createCleanup,
  parseConfig,
} from '@fanfare/core';
import { effect, signal } from '@preact/signals-core';
import { type InviteOptions, inviteConfig } from './invite.config.js';
import type { Engine, InviteActions } from './invite.engine.js';
import type { inviteFacts } from './invite.facts.js';
import { isInWechat } from './invite.place.js';
import { startState } from './invite.start.js';
import type { InviteState } from './invite.state.js';
import { worldOf } from './invite.world.js';

/**
 * Inviting without its looks. It shows at once how things are; the engine that works comes a moment later, and what
 * is asked for before waits for it.
 *
 * @throws FanfareError `config_invalid` when an option is wrong.
 */
export function createInvite(
  options: InviteOptions,
  activity: Activity,
  { emit = () => {} }: CreateOptions<typeof inviteFacts> = {},
): Controller<InviteState, InviteActions> {
  const config = parseConfig('invite', inviteConfig, options);
  const isWechat = isInWechat(config);
  const isModest = isWechat && !config.showRewards;
  const cleanup = createCleanup();
  const resting = (isOffline?: boolean) => startState(worldOf(activity, isModest, isOffline), isWechat);
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
      const { createEngine } = await import('./invite.late.js');
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
  async function run(work: (actions: InviteActions) => void) {
    engine ??= load();
    const loaded = await engine;
    if (loaded && !isOver) work(loaded.actions);
  }

  void run(() => {});
  return {
    state,
    actions: {
      accept: () => void run(({ accept }) => accept()),
      leave: () => void run(({ leave }) => leave()),
      paste(text) {
        void run(({ paste }) => paste(text));
      },
      claim: (tier) => void run(({ claim }) => claim(tier)),
      submit: (task, text) => void run(({ submit }) => submit(task, text)),
      prove: (task, files) => void run(({ prove }) => prove(task, files)),
      fill: (reward, form) => void run(({ fill }) => fill(reward, form)),
      retry: (id) => void run(({ retry }) => retry(id)),
      dismiss: (id) => void run(({ dismiss }) => dismiss(id)),
      close: () => void run(({ close }) => close()),
      prepareShare: () => void run(({ prepareShare }) => prepareShare()),
      share: (way) => void run(({ share }) => share(way)),
      signIn: () => emit('signin', {}),
    },
    destroy() {
      isOver = true;
      cleanup.run();
    },
  };
}
