// What checks in: takes taps, keeps them, asks the backend, watches the day. Loaded as soon as the check-in stands there.
import { type Activity, createCleanup, type Emit } from '@fanfare/core';
import { dayKeyAt } from '@fanfare/protocol/day';
import { effect, type Signal, signal, untracked } from '@preact/signals-core';
import { ask, type Outcome } from './checkin.ask.js';
import type { checkinFacts } from './checkin.facts.js';
import { gainOf, pointsOn } from './checkin.gain.js';
import { createIntents, type Intent, picturesOf } from './checkin.intent.js';
import { type CheckinEvent, type CheckinState, reduce } from './checkin.state.js';
import type { Pay, Wish } from './checkin.wish.js';
import { worldOf } from './checkin.world.js';

/** What a person can do. Each does nothing unless it may be asked for now. */
export interface CheckinActions {
  /** Checks in today. */
  checkIn(): void;
  /**
   * Hands in words and pictures with today's check-in, and checks in if that is not done.
   *
   * @param photos JPEG, PNG or WebP; they are uploaded first.
   */
  handIn(text: string, photos: readonly Blob[]): Promise<void>;
  /** Makes up a missed day. */
  makeUp(day: string, pay: Pay): void;
  /** Exchanges points for an item of the mall. */
  exchange(item: string): void;
  /** Sends the tap that got no answer again, with the same key. */
  retry(): void;
  /** Closes what is told of the last tap. */
  dismiss(): void;
  /** Tells the host that the person wants to sign in. */
  signIn(): void;
}

/** Backends keep the answers of keys at least this long. */
const LIFE_MS = 24 * 3_600_000;
/** After the day has turned, pages ask within so many ms, so that not everybody asks at once. */
const SPREAD_MS = 20_000;

export interface EngineOptions {
  activity: Activity;
  emit: Emit<typeof checkinFacts>;
  state: Signal<CheckinState>;
}

export interface Engine {
  actions: CheckinActions;
  destroy(): void;
}

export function createEngine({ activity, emit, state }: EngineOptions): Engine {
  const { environment } = activity;
  const cleanup = createCleanup();
  const intents = createIntents(activity.id, environment, activity.now);
  /** Counts the moments at which the page looks at the clock. */
  const turns = signal(0);
  let owner: string | undefined;
  let waiting = new AbortController();
  let isOffline = false;
  /** The tap that was sent last. */
  let last: Intent | undefined;
  /** The key that was answered last: a storage that cannot forget it must not ask for ever. */
  let answered: string | undefined;

  /** Whether the event changed anything. */
  const dispatch = (event: CheckinEvent): boolean => {
    const before = state.peek();
    state.value = reduce(before, event);
    return state.peek() !== before;
  };
  const look = () => {
    turns.value++;
  };

  async function send(find: Promise<Intent>) {
    waiting = new AbortController();
    const { signal } = waiting;
    const intent = await find;
    if (signal.aborted) return;
    last = intent;
    if (isOffline) return void dispatch({ type: 'failed', code: 'offline' });
    const outcome = await deliver(intent, signal);
    if (signal.aborted) return;
    if (outcome.type === 'failed') return void dispatch(outcome);
    answered = intent.key;
    await intents.finish(intent);
    if (signal.aborted) return;
    const { wish } = intent;
    if (outcome.type === 'refused') {
      dispatch(outcome);
      emit('refused', { what: wish.kind, code: outcome.code });
      void activity.refreshParticipant();
      return;
    }
    const { checkin } = outcome;
    const { plan, shop } = state.peek().world;
    const gain = gainOf(wish, checkin, plan, shop);
    dispatch({ type: 'answered', gain });
    if (wish.kind === 'exchange') emit('exchanged', { item: wish.item, cost: -gain });
    else if (wish.kind === 'make_up') emit('made_up', { day: wish.day, pay: wish.pay });
    else if (checkin) {
      const { today: day, streak, lap, lap_day: lapDay } = checkin;
      emit('checked', { day, points: pointsOn(checkin, day), streak, lap, lapDay });
    }
    await resume(intent.participant);
  }

  /** Sends a tap, its pictures first. */
  async function deliver(intent: Intent, signal: AbortSignal): Promise<Outcome> {
    const photos = intent.wish.kind === 'today' && intent.wish.photos;
    if (!photos) return ask(activity, intent, signal);
    const sent = await import('./checkin.upload.js').then(
      ({ upload }) => upload(activity, photos, signal),
      () => ({ type: 'failed', code: 'offline' }) as const,
    );
    if (sent.type !== 'uploaded') return sent;
    last = await intents.uploaded(intent, sent.ids);
    return ask(activity, last, signal);
  }

  const keep = (participant: string, wish: Wish) => {
    const { checkin, channel } = state.peek().world;
    const midnight = Date.parse(checkin?.day_ends_at ?? '');
    const isToday = wish.kind === 'today' && midnight > activity.now();
    const until = isToday ? midnight : activity.now() + LIFE_MS;
    return intents.keep({ participant, wish, channel, until });
  };

  /** Goes on with an unanswered tap of an earlier visit, or of another tab. */
  async function resume(participant: string) {
    const found = await intents.find(participant);
    if (
      found &&
      found.key !== answered &&
      participant === owner &&
      dispatch({ type: 'resume', wish: found.wish })
    )
      await send(Promise.resolve(found));
  }

  const want = (wish: Wish) => {
    look();
    if (owner && dispatch({ type: 'ask', wish })) void send(keep(owner, wish));
  };

  /** Sends the tap without an answer again, as long as it is meant; whether there was one. */
  function resend(): boolean {
    const isMeant = last?.participant === owner && activity.now() < (last?.until ?? 0);
    if (!last || !isMeant || state.peek().ask.phase !== 'failed') return false;
    dispatch({ type: 'resume', wish: last.wish });
    void send(Promise.resolve(last));
    return true;
  }

  const actions: CheckinActions = {
    checkIn: () => want({ kind: 'today' }),
    async handIn(text, photos) {
      const wish: Wish = { kind: 'today', ...(text.trim() && { text: text.trim() }) };
      if (!owner || !dispatch({ type: 'ask', wish: { ...wish, uploads: photos.map(() => '') } })) return;
      const mine = owner;
      // Kept before anything is sent: a reload in the middle of an upload goes on with it.
      const pictures = await picturesOf(photos).catch(() => undefined);
      if (mine !== owner) return;
      if (!pictures) return void dispatch({ type: 'refused', code: 'upload_failed' });
      await send(keep(mine, { ...wish, ...(pictures.length > 0 && { photos: pictures }) }));
    },
    makeUp: (day, pay) => want({ kind: 'make_up', day, pay }),
    exchange: (item) => want({ kind: 'exchange', item }),
    retry() {
      if (resend() || state.peek().ask.phase !== 'failed') return;
      // Its day is over, or nothing was kept yet: it is a tap of its own.
      dispatch({ type: 'forget' });
      actions.checkIn();
    },
    dismiss: () => void dispatch({ type: 'dismiss' }),
    signIn: () => emit('signin', {}),
  };

  cleanup.add(() => waiting.abort());
  cleanup.listen(environment.window, 'offline', () => {
    isOffline = true;
  });
  cleanup.listen(environment.window, 'online', () => {
    isOffline = false;
    resend();
  });
  cleanup.add(
    effect(() => {
      turns.value;
      const world = worldOf(activity, dayKeyAt);
      untracked(() => dispatch({ type: 'learned', world }));
    }),
  );
  cleanup.add(
    effect(() => {
      const id = activity.participant.value?.id;
      untracked(() => {
        if (id === owner) return;
        if (owner) {
          // Another person's tap is none of theirs.
          waiting.abort();
          dispatch({ type: 'forget' });
        }
        owner = id;
        if (id) void resume(id);
      });
    }),
  );
  cleanup.add(
    effect(() => {
      turns.value;
      const end = activity.section('checkin').value?.day_ends_at;
      if (!end || activity.currentPhase.value === 'ended') return undefined;
      const wait = Date.parse(end) - activity.now();
      return wait > 0
        ? environment.after(wait, look)
        : environment.after(environment.random() * SPREAD_MS, () => void activity.refreshParticipant());
    }),
  );

  return { actions, destroy: cleanup.run };
}
