import {
  type Activity,
  type ConfigOf,
  type Controller,
  type CreateOptions,
  createCleanup,
} from '@fanfare/core';
import { effect, signal, untracked } from '@preact/signals-core';
import { askForDraw } from './lottery.ask.js';
import type { lotteryConfig } from './lottery.config.js';
import { longestMs } from './lottery.course.js';
import type { lotteryFacts } from './lottery.facts.js';
import { createIntents, type Intent } from './lottery.intent.js';
import { canSpin, type LotteryEvent, type LotteryState, reduce, restingIn } from './lottery.state.js';
import type { World } from './lottery.world.js';

/** What a person can do. */
export interface LotteryActions {
  /** Asks for a draw; does nothing unless one may be asked for now. */
  spin(code?: string): void;
  /** Sends the draw that got no answer again, with the same key. */
  retry(): void;
  /** The wheel has come to rest on the prize. */
  landed(): void;
  /** Closes the result or the refusal. */
  dismiss(): void;
  /** Tells the host that the person wants to sign in. */
  signIn(): void;
  /** Turns sound on or off, and remembers it. */
  toggleSound(): void;
}

const SOUND = 'lottery:sound';
/** A page that is hidden, or has no view, lands by the clock: after the longest landing and this much more. */
const LATE_MS = 600;
/** The next free chance is looked for within so many ms after it is due, so that not everybody asks at once. */
const SPREAD_MS = 10_000;
const DAY_MS = 86_400_000;

/** The lottery without its looks. */
export function createLottery(
  config: ConfigOf<typeof lotteryConfig>,
  activity: Activity,
  { emit = () => {}, environment = activity.environment }: CreateOptions<typeof lotteryFacts> = {},
): Controller<LotteryState, LotteryActions> {
  const { storage, after, random, window } = environment;
  const cleanup = createCleanup();
  const intents = createIntents(activity.id, environment, activity.now);
  const isOffline = signal(false);
  const state = signal(restingIn(worldOf(activity, false), config.sound));
  /** The tap that is being answered, and how to stop waiting for it. */
  let intent: Intent | undefined;
  let waiting = new AbortController();
  let cancelTimer = () => {};
  let owner: string | undefined;

  const dispatch = (event: LotteryEvent): boolean => {
    const before = state.peek();
    state.value = reduce(before, event);
    return state.peek() !== before;
  };
  const time = (ms: number, work: () => void) => {
    cancelTimer();
    cancelTimer = after(ms, work);
  };

  /** Asks for a draw: `find` gives the tap that it is for, or nothing when there is none. */
  async function ask(find: () => Promise<Intent | undefined>) {
    waiting.abort();
    const mine = new AbortController();
    waiting = mine;
    time(config.maxSpin, () => dispatch({ type: 'failed', code: 'timeout' }));
    intent = await find();
    if (mine.signal.aborted || !intent) return;
    const outcome = await askForDraw(activity, intent, mine.signal);
    if (mine.signal.aborted) return;
    cancelTimer();
    dispatch(outcome);
    if (outcome.type === 'drawn') {
      time(longestMs(config.minSpin) + LATE_MS, actions.landed);
    } else if (outcome.type === 'refused') {
      void intents.finish(intent);
      if (state.peek().phase === 'refused') emit('refused', { code: outcome.code });
      void activity.refreshParticipant();
    }
  }

  async function resume(participant: string) {
    const found = await intents.find(participant);
    if (found && participant === owner && dispatch({ type: 'resume' })) await ask(async () => found);
  }

  const actions: LotteryActions = {
    spin(code = config.code) {
      const participant = activity.participant.peek()?.id;
      const used = activity.definition.peek()?.lottery?.codes ? code.trim() : '';
      if (!participant || !canSpin(state.peek(), used) || !dispatch({ type: 'spin', code: used })) return;
      emit('tapped', { kind: config.kind });
      void ask(() => intents.keep(participant, used));
    },
    retry() {
      const unanswered = intent;
      if (unanswered && dispatch({ type: 'retry' })) void ask(async () => unanswered);
    },
    landed() {
      const current = state.peek();
      if (current.phase !== 'landing' || !dispatch({ type: 'landed' })) return;
      cancelTimer();
      if (intent) void intents.finish(intent);
      const { id, outcome, prize, reward, receipt } = current.draw;
      emit('drawn', { draw: id, outcome, prize, reward, receipt });
    },
    dismiss() {
      dispatch({ type: 'dismiss' });
    },
    signIn() {
      emit('signin', {});
    },
    toggleSound() {
      const isSoundOn = !state.peek().isSoundOn;
      dispatch({ type: 'hush', isSoundOn });
      void storage.set(SOUND, isSoundOn);
    },
  };

  cleanup.add(() => waiting.abort());
  cleanup.add(() => cancelTimer());
  cleanup.add(activity.watchLive());
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
          waiting.abort();
          cancelTimer();
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

  return { state, actions, destroy: cleanup.run };
}

/** Reads what the activity knows, and follows it inside an effect. */
function worldOf(activity: Activity, isOffline: boolean): World {
  const { lottery, schedule, zone, guests } = activity.definition.value!;
  const participant = activity.participant.value;
  const live = activity.live.value;
  return {
    lottery,
    phase: activity.currentPhase.value!,
    startAt: schedule.start_at,
    zone,
    isKnown: activity.participantStatus.value === 'ready',
    isSignedOut: !participant || (participant.kind === 'guest' && guests !== 'act'),
    isOffline,
    isPaused: !!live?.paused.some((name) => name === 'lottery' || name === '*'),
    notice: live?.notice,
    stock: live?.stock ?? [],
    chances: activity.section('chances').value,
    rewards: activity.section('rewards').value?.items ?? [],
  };
}
