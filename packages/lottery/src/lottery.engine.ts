// What plays the lottery: takes taps, keeps them, asks the backend, watches the time. Loaded as soon as the lottery
// stands there.
import { type Activity, type ConfigOf, createCleanup, type Emit } from '@fanfare/core';
import type { Draw } from '@fanfare/protocol';
import { effect, type Signal, signal, untracked } from '@preact/signals-core';
import { askForDraw } from './lottery.ask.js';
import type { lotteryConfig } from './lottery.config.js';
import { longestMs } from './lottery.course.js';
import type { lotteryFacts } from './lottery.facts.js';
import { createIntents, type Intent } from './lottery.intent.js';
import { type LotteryEvent, type LotteryState, reduce } from './lottery.state.js';
import type { DrawProof, Verdict } from './lottery.verify.js';
import { worldOf } from './lottery.world.js';

/** What a person can do. */
export interface LotteryActions {
  /**
   * Asks for a draw; does nothing unless one may be asked for now.
   *
   * @param code A one-time code that opens it; default: that of the configuration.
   */
  spin(code?: string): void;
  /** Sends the draw that got no answer again, with the same key. */
  retry(): void;
  /** It has come to rest on the prize. */
  landed(): void;
  /** Closes the result or the refusal. */
  dismiss(): void;
  /** Tells the host that the person wants to sign in. */
  signIn(): void;
  /** Checks a draw of this visit against what the backend publishes. */
  verify(draw: Draw): Promise<Verdict>;
  /** Turns sound on or off, and remembers it. */
  toggleSound(): void;
}

export interface EngineOptions {
  config: ConfigOf<typeof lotteryConfig>;
  activity: Activity;
  emit: Emit<typeof lotteryFacts>;
  state: Signal<LotteryState>;
}

export interface Engine {
  actions: LotteryActions;
  destroy(): void;
}

const SOUND = 'lottery:sound';
/** A page that is hidden, or has no view, lands by the clock: after the longest landing and this much more. */
const LATE_MS = 600;
/** The next free chance is looked for within so many ms after it is due, so that not everybody asks at once. */
const SPREAD_MS = 10_000;
const DAY_MS = 86_400_000;

/** Starts playing: goes on with an unfinished tap, then waits for the next one. */
export function createEngine({ config, activity, emit, state }: EngineOptions): Engine {
  const { storage, after, random, window } = activity.environment;
  const cleanup = createCleanup();
  const intents = createIntents(activity.id, activity.environment, activity.now);
  const isOffline = signal(false);
  let owner: string | undefined;
  let code = '';
  /** The tap that is being answered, and how to stop waiting for it. */
  let intent: Intent | undefined;
  let proof: DrawProof | undefined;
  let waiting = new AbortController();
  let cancelTimer = () => {};

  /** Whether the event changed anything. */
  const dispatch = (event: LotteryEvent): boolean => {
    const before = state.peek();
    state.value = reduce(before, event);
    return state.peek() !== before;
  };
  const time = (ms: number, work: () => void) => {
    cancelTimer();
    cancelTimer = after(ms, work);
  };
  const stop = () => {
    waiting.abort();
    cancelTimer();
  };

  async function ask(find: Promise<Intent>) {
    stop();
    waiting = new AbortController();
    const { signal } = waiting;
    time(config.maxSpin, () => dispatch({ type: 'failed', code: 'timeout' }));
    intent = await find;
    if (signal.aborted) return;
    const outcome = await askForDraw(activity, intent, signal);
    if (signal.aborted) return;
    cancelTimer();
    dispatch(outcome);
    if (outcome.type === 'drawn') {
      const { client_seed } = intent;
      const seen = activity.definition.peek()?.lottery?.commitment;
      proof = { draw: outcome.draw, client_seed, seen };
      time(longestMs(config.minSpin) + LATE_MS, actions.landed);
    }
    if (outcome.type !== 'refused') return;
    void intents.finish(intent);
    if (state.peek().phase === 'refused') emit('refused', { code: outcome.code });
    void activity.refreshParticipant();
  }

  /** Goes on with an unfinished tap of an earlier visit, or of another tab. */
  async function resume(participant: string) {
    const found = await intents.find(participant);
    if (found && participant === owner && dispatch({ type: 'resume' })) await ask(Promise.resolve(found));
  }

  const actions: LotteryActions = {
    spin(given = config.code) {
      const wanted = activity.definition.peek()?.lottery?.codes ? given.trim() : '';
      if (!owner || !dispatch({ type: 'spin', code: wanted })) return;
      code = wanted;
      emit('tapped', { kind: config.kind });
      void ask(intents.keep(owner, code));
    },
    retry() {
      // The tap that is kept is the one without an answer: its key is sent again.
      if (owner && dispatch({ type: 'retry' })) void ask(intents.keep(owner, code));
    },
    landed() {
      const before = state.peek();
      if (before.phase !== 'landing') return;
      dispatch({ type: 'landed' });
      cancelTimer();
      if (intent) void intents.finish(intent);
      const { id, outcome, prize, reward, receipt } = before.draw;
      emit('drawn', { draw: id, outcome, prize, reward, receipt });
    },
    dismiss: () => void dispatch({ type: 'dismiss' }),
    signIn: () => emit('signin', {}),
    async verify({ id }) {
      if (proof?.draw.id !== id) return 'unknown';
      const { verifyOwn } = await import('./lottery.verify.js');
      return verifyOwn(activity, proof);
    },
    toggleSound() {
      const isSoundOn = !state.peek().isSoundOn;
      dispatch({ type: 'hush', isSoundOn });
      void storage.set(SOUND, isSoundOn);
    },
  };

  cleanup.add(stop);
  cleanup.listen(window, 'offline', () => {
    isOffline.value = true;
  });
  cleanup.listen(window, 'online', () => {
    isOffline.value = false;
    actions.retry();
  });
  cleanup.add(
    effect(() => {
      const world = worldOf(activity, isOffline.value);
      untracked(() => dispatch({ type: 'learned', world }));
    }),
  );
  cleanup.add(
    effect(() => {
      const id = activity.participant.value?.id;
      untracked(() => {
        if (id === owner) return;
        if (owner) {
          // Another person's draw is none of theirs.
          stop();
          dispatch({ type: 'forget' });
        }
        owner = id;
        if (id) void resume(id);
      });
    }),
  );
  cleanup.add(
    effect(() => {
      const due = activity.section('chances').value?.next_at;
      const wait = due ? Date.parse(due) - activity.now() : -1;
      if (wait < 0 || wait > DAY_MS) return undefined;
      return after(wait + random() * SPREAD_MS, () => void activity.refreshParticipant());
    }),
  );
  void storage.get<boolean>(SOUND).then((isSoundOn) => {
    if (isSoundOn !== undefined) dispatch({ type: 'hush', isSoundOn });
  });

  return { actions, destroy: cleanup.run };
}
