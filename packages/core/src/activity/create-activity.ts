// Wires the parts of an activity together; each part is its own file beside this one.
import type { AnsweredRoute, Route } from '@fanfare/protocol';
import { activityLive, timeGet } from '@fanfare/protocol/routes';
import { computed, effect, signal } from '@preact/signals-core';
import { type CallOptions, callRoute } from '../api.js';
import { createCleanup } from '../cleanup.js';
import { createClock } from '../clock/clock.js';
import { createEmitter } from '../emitter.js';
import { browserEnvironment, type Environment } from '../environment.js';
import { FanfareError } from '../errors.js';
import { chooseLocale } from '../locale.js';
import { httpTransport } from '../transport/http.js';
import type { Failure, Transport } from '../transport/transport.js';
import { loadProblem } from '../widget/load-problem.js';
import type { Activity, ActivityEvents, ActivityOptions, ActivityStatus } from './activity.js';
import { createDefinitionState } from './definition-state.js';
import { readDeliveryLink } from './delivery-link.js';
import { createIdentity } from './identity.js';
import { createLivePoll } from './live.js';
import { createParticipantState } from './participant-state.js';
import { watchPhase } from './phase-watch.js';

/** A participant's state that is older than this is read again when the page comes back. */
const STALE_MS = 30_000;
/** So long after the start the words for problems are loaded too: without a network they could not come. */
const AHEAD_MS = 3000;

/**
 * One activity on a page: its definition, clock, phase and participant, shared by every widget that stands on it.
 *
 * @throws FanfareError `config_invalid` without an `id`, or without an `endpoint` or `transport`.
 */
export function createActivity(options: ActivityOptions): Activity {
  const environment = options.environment ?? browserEnvironment();
  const { after, document, random, monotonic, storage } = environment;
  const { id } = options;
  if (!id) throw misuse('"id" expected the id of an activity, got nothing. Name the activity.');
  const transport = transportOf(options, environment);
  const cleanup = createCleanup();
  const leaving = new AbortController();
  const events = createEmitter<ActivityEvents>();
  let hostToken = options.token;

  const status = signal<ActivityStatus>('loading');
  const failure = signal<Failure | undefined>(undefined);
  const locale = signal(chooseLocale(options.locale));
  const channel = signal(options.channel);

  const send = <Name extends AnsweredRoute>(route: Route<Name>, { params, ...rest }: CallOptions = {}) =>
    callRoute(transport, environment, route, {
      signal: leaving.signal,
      params: { activity: id, ...params },
      ...rest,
    });

  const clock = createClock({
    environment,
    async source() {
      const sent = monotonic();
      const answer = await send(timeGet, { attempts: 1 });
      if (!answer.ok || !answer.value) throw new Error('the backend told no time');
      return { sent, received: monotonic(), stamp: answer.value.now, resolution: 1 };
    },
  });
  cleanup.add(clock.destroy);
  transport.onTime?.(clock.take);

  const defined = createDefinitionState(send, environment, (version) => events.emit('change', { version }));
  cleanup.add(defined.stop);
  const { definition } = defined;
  const { phase, stop: stopPhase } = watchPhase(definition, clock, environment);
  cleanup.add(stopPhase);

  const identity = createIdentity({
    send,
    storage,
    secretKey: `guest:${options.endpoint ?? ''}:${id}`,
    now: clock.now,
    hostToken: () => hostToken?.(),
  });
  const participants = createParticipantState(send, identity, monotonic);
  const { participant } = participants;

  const live = createLivePoll({
    environment,
    seconds: () => definition.peek()?.live_seconds ?? 20,
    read: () => send(activityLive, { attempts: 1 }),
  });
  cleanup.add(live.destroy);

  const report = (reason: Failure | undefined) => {
    if (!reason || leaving.signal.aborted) return;
    failure.value = reason;
    events.emit('error', reason);
  };

  async function load(): Promise<void> {
    failure.value = undefined;
    if (!definition.peek()) status.value = 'loading';
    const timed =
      clock.uncertainty < Number.POSITIVE_INFINITY ? undefined : Promise.race([clock.sync(), nextChange()]);
    const reading = defined.read();
    const entering = participants.load(async () => {
      await reading;
      return definition.peek()?.guests ?? 'none';
    });
    const unread = await reading;
    if (unread && !definition.peek()) status.value = 'failed';
    report(unread);
    // A wrong device clock would show the wrong phase for a moment: wait for the first sample of the server's.
    await timed;
    if (definition.peek() && !leaving.signal.aborted) {
      status.value = 'ready';
      live.start();
    }
    const refused = await entering;
    report(refused);
    if (!refused && !leaving.signal.aborted) events.emit('participant', { participant: participant.peek() });
    const reason = refused ?? (definition.peek() ? undefined : unread);
    if (reason)
      throw new FanfareError(
        'core',
        reason.code,
        `Activity "${id}" could not be loaded: ${reason.message}. Check id, endpoint and network, then call refresh().`,
      );
  }

  const nextChange = () =>
    new Promise<void>((resolve) => {
      const off = clock.onChange(() => {
        off();
        resolve();
      });
    });

  let ready: Promise<void>;
  const start = () => {
    ready = load();
    // Elements never wait for `ready`; a host that does sees the error, a host that does not is not bothered.
    ready.catch(() => {});
    return ready;
  };
  const refreshParticipant = async () => report(await participants.refresh());

  let cancelSpread = () => {};
  cleanup.add(() => cancelSpread());
  let shownPhase: string | undefined;
  cleanup.add(
    effect(() => {
      const current = phase.value;
      if (!current || status.value !== 'ready' || current === shownPhase) return;
      const isFlip = shownPhase !== undefined;
      shownPhase = current;
      events.emit('phase', { phase: current });
      if (!isFlip) return;
      // At the edge of a phase the numbers change for everybody: each page reads them at its own random moment.
      const spread = (definition.peek()?.jitter_seconds ?? 30) * 1000;
      live.soon(spread);
      cancelSpread();
      cancelSpread = after(random() * spread, () => void refreshParticipant());
    }),
  );
  cleanup.add(
    effect(() => {
      if (live.live.value) defined.hear(live.live.value.version);
    }),
  );

  const comeBack = () => {
    if (document?.visibilityState === 'hidden') return;
    if (status.peek() === 'failed' || participants.status.peek() === 'failed') start();
    else if (participant.peek() && monotonic() - participants.readAt > STALE_MS) void refreshParticipant();
  };
  cleanup.listen(document, 'visibilitychange', comeBack);
  for (const type of ['pageshow', 'online']) cleanup.listen(environment.window, type, comeBack);

  cleanup.add(after(AHEAD_MS, () => void loadProblem().catch(() => {})));

  void readDeliveryLink(id, options.channel, environment).then((link) => {
    channel.value ??= link.channel;
  });
  start();

  const activity: Activity = {
    id,
    environment,
    clock,
    tracker: options.tracker,
    status,
    participantStatus: participants.status,
    failure,
    definition,
    currentPhase: phase,
    participant,
    live: live.live,
    locale,
    channel,
    get ready() {
      return ready;
    },
    get phase() {
      return phase.peek();
    },
    now: () => clock.now(),
    on: events.on,
    refresh() {
      // Whoever asks for everything anew gets the time too.
      void clock.sync();
      return start();
    },
    refreshParticipant,
    watchLive: live.watch,
    problem(needsParticipant) {
      const hasFailed =
        status.value === 'failed' || (needsParticipant && participants.status.value === 'failed');
      const reason = failure.value;
      const retry = () => void activity.refresh().catch(() => {});
      return hasFailed && reason ? { ...reason, retry } : undefined;
    },
    section: (name) => computed(() => participants.sections.get(name).value as never),
    call: participants.call,
    update(change) {
      if ('locale' in change) locale.value = chooseLocale(change.locale);
      if ('channel' in change) channel.value = change.channel;
      if ('token' in change && change.token !== hostToken) {
        hostToken = change.token;
        start();
      }
    },
    destroy() {
      leaving.abort();
      cleanup.run();
    },
  };
  const detach = options.tracker?.attach?.(activity, options);
  if (detach) cleanup.add(detach);
  return activity;
}

const misuse = (message: string) => new FanfareError('core', 'config_invalid', message);

function transportOf({ endpoint, transport }: ActivityOptions, environment: Environment): Transport {
  if (transport && typeof transport !== 'function') return transport;
  if (!endpoint && !transport)
    throw misuse('"endpoint" expected the URL of a backend, got nothing. Give an endpoint or a transport.');
  return httpTransport({
    endpoint: endpoint ?? 'https://in-page.invalid',
    fetch: transport ?? environment.fetch,
    environment,
  });
}
