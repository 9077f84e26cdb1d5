// What does the work: takes taps, keeps them, asks the backend, looks for friends. Loaded as soon as the widget
// stands there.
import { type Activity, createCleanup, type Emit, localize } from '@fanfare/core';
import { inviteGet } from '@fanfare/protocol/routes';
import { effect, type Signal, signal, untracked } from '@preact/signals-core';
import { putCode } from './invite.address.js';
import { askFor, splitId } from './invite.ask.js';
import type { InviteConfig } from './invite.config.js';
import type { inviteFacts, ShareWay } from './invite.facts.js';
import { createIntents, type Intent } from './invite.intent.js';
import { codeIn, dropCode, findCode, type Inviter, keepCode } from './invite.landing.js';
import { startPoll } from './invite.poll.js';
import {
  canAsk,
  type DeedId,
  type InviteEvent,
  type InviteState,
  type Opened,
  reduce,
} from './invite.state.js';
import { uploadAll } from './invite.upload.js';
import { worldOf } from './invite.world.js';

/** What a person can do. */
export interface InviteActions {
  /** Accepts the inviter that is shown. */
  accept(): void;
  /** Closes the invitation; the next visit offers it again. */
  leave(): void;
  /** Takes the code in a pasted text for an invitation; see `codeIn`. */
  paste(text: string): void;
  /** Claims a tier's reward. */
  claim(tier: string): void;
  /** Hands in a task, or answers or completes a step. */
  submit(task: string, text?: string): void;
  /** Uploads pictures and hands them in. */
  prove(task: string, files: readonly Blob[]): void;
  /** Claims a reward with what its form needs. */
  fill(reward: string, form: object): void;
  /** Sends a deed that got no answer again, with the same key. */
  retry(id: DeedId): void;
  /** Closes what is said about a deed. */
  dismiss(id: DeedId): void;
  /** Closes the opened envelope. */
  close(): void;
  /** Prepares page and messenger for sharing; call it before any guide is shown. */
  prepareShare(): void;
  /** Tells that my link is on its way. */
  share(way: ShareWay): void;
  /** Tells the host that the person wants to sign in. */
  signIn(): void;
}

export interface EngineOptions {
  config: InviteConfig;
  activity: Activity;
  emit: Emit<typeof inviteFacts>;
  state: Signal<InviteState>;
}

export interface Engine {
  actions: InviteActions;
  destroy(): void;
}

export function createEngine({ config, activity, emit, state }: EngineOptions): Engine {
  const { environment } = activity;
  const { storage, window } = environment;
  const cleanup = createCleanup();
  const intents = createIntents(activity.id, environment, activity.now);
  const isOffline = signal(false);
  const over = new AbortController();
  let owner: string | undefined;

  /** Whether the event changed anything. */
  const dispatch = (event: InviteEvent): boolean => {
    const before = state.peek();
    if (!over.signal.aborted) state.value = reduce(before, event);
    return state.peek() !== before;
  };

  /** What claiming a tier has put into the participant's hands. */
  function openedOf(tier: string): Opened {
    const mine = activity
      .section('invite')
      .peek()
      ?.tiers.find(({ id }) => id === tier);
    const reward = activity
      .section('rewards')
      .peek()
      ?.items.find(({ id }) => id === mine?.reward);
    return { tier, amount: mine?.amount ?? reward?.amount, receipt: reward?.receipt };
  }

  function tell(id: DeedId) {
    const [kind, subject] = splitId(id);
    if (kind === 'tier') emit('claimed', openedOf(subject));
    else if (kind === 'task') emit('submitted', { task: subject });
    else if (kind === 'reward') emit('filled', { reward: subject });
    else emit('accepted', { code: subject });
  }

  async function run(id: DeedId, who: string, find: Promise<Intent>) {
    const intent = await find;
    const outcome = await askFor(activity, id, intent, config.challenge, over.signal);
    if (over.signal.aborted) return;
    if (outcome.type !== 'failed') {
      await intents.finish(id, intent);
      const [kind, subject] = splitId(id);
      if (kind === 'accept') await dropCode(activity.id, subject, storage);
    }
    if (who !== owner) return;
    if (outcome.type === 'done') {
      const [kind, subject] = splitId(id);
      dispatch({ type: 'done', id, ...(kind === 'tier' && { opened: openedOf(subject) }) });
      tell(id);
      return;
    }
    dispatch({ ...outcome, id });
    if (outcome.type !== 'refused') return;
    emit('refused', { action: splitId(id)[0], code: outcome.code });
    void activity.refreshParticipant();
  }

  function ask(id: DeedId, body: object) {
    if (owner && dispatch({ type: 'ask', id })) void run(id, owner, intents.keep(id, owner, body));
  }

  /** Goes on with unfinished taps of an earlier visit, or of another tab. */
  async function resume(who: string) {
    for (const [id, intent] of await intents.list(who)) {
      if (who !== owner || !dispatch({ type: 'ask', id })) continue;
      void run(id, who, Promise.resolve(intent));
    }
  }

  async function retryOne(id: DeedId) {
    const who = owner;
    const kept = who ? (await intents.list(who)).find(([kept]) => kept === id) : undefined;
    if (who === owner && kept && canAsk(state.peek(), id) && dispatch({ type: 'ask', id }))
      void run(id, kept[1].participant, Promise.resolve(kept[1]));
    else if (!kept) dispatch({ type: 'dismiss', id });
  }

  /** Shows who invites; a code of nobody is dropped. */
  async function meet(code: string) {
    const answer = await activity.call(inviteGet, { params: { code }, signal: over.signal });
    if (answer.ok) greet(answer.value);
    else if (answer.failure.code === 'not_found') {
      await dropCode(activity.id, code, storage);
      const id: DeedId = `accept:${code}`;
      if (dispatch({ type: 'ask', id })) dispatch({ type: 'refused', id, code: 'not_found' });
    } else greet({ code });
  }

  function greet(inviter: Inviter) {
    if (dispatch({ type: 'met', inviter })) emit('invited', { code: inviter.code });
  }

  async function land() {
    const mine = activity.section('invite').peek();
    if (mine?.inviter) return showOwn();
    const code = await findCode(activity.id, mine?.code, environment);
    if (code && !over.signal.aborted) await meet(code);
    else showOwn();
  }

  /** From now on whoever forwards this page forwards my code. */
  function showOwn() {
    const mine = activity.section('invite').peek();
    if (!mine || over.signal.aborted) return;
    if (config.address) putCode(mine.code, environment);
    const title = config.shareTitle || localize(activity.definition.peek()?.title, activity.locale.peek());
    config.share?.({ title, text: config.shareText, image: config.shareImage, link: mine.url });
  }

  const actions: InviteActions = {
    accept() {
      const { inviter, world } = state.peek();
      if (!inviter) return;
      if (world.isSignedOut) return actions.signIn();
      const channel = activity.channel.peek();
      ask(`accept:${inviter.code}`, channel ? { channel } : {});
    },
    leave() {
      dispatch({ type: 'leave' });
      showOwn();
    },
    paste(text) {
      const code = codeIn(text);
      if (code) void keepCode(activity.id, code, storage).then(() => meet(code));
    },
    claim: (tier) => ask(`tier:${tier}`, {}),
    submit: (task, text) => ask(`task:${task}`, text === undefined ? {} : { text }),
    prove(task, files) {
      const id: DeedId = `task:${task}`;
      const who = owner;
      if (!who || !dispatch({ type: 'ask', id })) return;
      void uploadAll(activity, files).then((uploaded) => {
        if ('code' in uploaded) dispatch({ type: 'refused', id, code: uploaded.code });
        else void run(id, who, intents.keep(id, who, { uploads: uploaded.ids }));
      });
    },
    fill: (reward, form) => ask(`reward:${reward}`, form),
    retry: (id) => void retryOne(id),
    dismiss: (id) => void dispatch({ type: 'dismiss', id }),
    close: () => void dispatch({ type: 'close' }),
    prepareShare: showOwn,
    share(way) {
      emit('shared', { way });
      const mine = activity.section('invite').peek();
      if (way === 'poster' && mine) emit('poster', { code: mine.code, url: mine.url });
    },
    signIn: () => emit('signin', {}),
  };

  cleanup.add(() => over.abort());
  cleanup.listen(window, 'offline', () => {
    isOffline.value = true;
  });
  cleanup.listen(window, 'online', () => {
    isOffline.value = false;
    for (const [id, { phase }] of Object.entries(state.peek().deeds))
      if (phase === 'failed') actions.retry(id as DeedId);
  });
  cleanup.add(
    effect(() => {
      const world = worldOf(activity, state.peek().world.isModest, isOffline.value);
      untracked(() => dispatch({ type: 'learned', world }));
    }),
  );
  cleanup.add(
    effect(() => {
      if (activity.participantStatus.value !== 'ready') return;
      const id = activity.participant.value?.id;
      untracked(() => {
        // Another person's taps are none of theirs.
        if (owner && owner !== id) dispatch({ type: 'forget' });
        const isNew = id !== owner || !id;
        owner = id;
        if (id && isNew) void resume(id);
        if (isNew) void land();
      });
    }),
  );
  cleanup.add(startPoll(activity, config.poll));
  return { actions, destroy: cleanup.run };
}
