// Wires the parts of an activity together; each part is its own file beside this one.
import {
  activityBase,
  activityGet,
  type Participant,
  type Route,
  serverTime,
  timeGet,
} from '@fanfare/protocol';
import { batch, computed, effect, signal } from '@preact/signals-core';
import * as z from 'zod/mini';
import { type CallOptions, callRoute } from '../api.js';
import { createCleanup } from '../cleanup.js';
import { createClock } from '../clock/clock.js';
import { createEmitter } from '../emitter.js';
import { browserEnvironment, type Environment } from '../environment.js';
import { FanfareError } from '../errors.js';
import { chooseLocale } from '../locale.js';
import { httpTransport } from '../transport/http.js';
import type { Failure, Transport } from '../transport/transport.js';
import type {
  Activity,
  ActivityEvents,
  ActivityOptions,
  ActivityStatus,
  LoadedActivity,
} from './activity.js';
import { readDeliveryLink } from './delivery-link.js';
import { createIdentity } from './identity.js';
import { createLivePoll } from './live.js';
import { watchPhase } from './phase-watch.js';
import { createSections } from './sections.js';

const definitionSchema = /* @__PURE__ */ z.catchall(activityBase, z.unknown());
const REFUSED_TOKEN = ['token_expired', 'token_invalid', 'unauthenticated'];
/** A participant's state that is older than this is read again when the page comes back. */
const STALE_MS = 30_000;

/**
 * One activity on a page: its definition, clock, phase and participant, shared by every widget that stands on it.
 *
 * @throws FanfareError `config_invalid` without an `id`, or without an `endpoint` or `transport`.
 */
export function createActivity(options: ActivityOptions): Activity {
  const environment = options.environment ?? browserEnvironment();
  const { id } = options;
  if (!id)
    throw new FanfareError(
      'core',
      'config_invalid',
      '"id" expected the id of an activity, got nothing. Name the activity.',
    );
  const transport = transportOf(options, environment);
  const cleanup = createCleanup();
  const leaving = new AbortController();
  const events = createEmitter<ActivityEvents>();
  let hostToken = options.token;
  /** Counts sign-ins: an answer that belongs to an earlier participant is not kept. */
  let era = 0;
  let readAt = Number.NEGATIVE_INFINITY;

  const status = signal<ActivityStatus>('loading');
  const participantStatus = signal<ActivityStatus>('loading');
  const failure = signal<Failure | undefined>(undefined);
  const definition = signal<LoadedActivity | undefined>(undefined);
  const participant = signal<Participant | null>(null);
  const locale = signal(chooseLocale(options.locale));
  const channel = signal(options.channel);
  const sections = createSections();

  const send = <S extends z.ZodMiniType>(route: Route, { params, ...rest }: CallOptions<S>) =>
    callRoute(transport, environment, route, {
      signal: leaving.signal,
      params: { activity: id, ...params },
      ...rest,
    });

  const clock = createClock({
    environment,
    async source() {
      const sent = environment.monotonic();
      const answer = await send(timeGet, { output: serverTime, attempts: 1 });
      if (!answer.ok) throw new Error(answer.failure.message);
      return { sent, received: environment.monotonic(), stamp: answer.value.now, resolution: 1 };
    },
  });
  cleanup.add(clock.destroy);
  transport.onTime?.(clock.take);
  const now = () => clock.now();

  const phase = watchPhase(definition, clock, environment);
  cleanup.add(phase.stop);

  const identity = createIdentity({
    send,
    storage: environment.storage,
    secretKey: `guest:${options.endpoint ?? ''}:${id}`,
    now,
    hostToken: () => hostToken?.(),
  });

  const live = createLivePoll({
    environment,
    seconds: () => definition.peek()?.live_seconds ?? 20,
    read: (route, output) => send(route, { output, attempts: 1 }),
  });
  cleanup.add(live.destroy);

  const report = (reason: Failure) => {
    failure.value = reason;
    events.emit('error', reason);
  };

  async function readDefinition(version?: number): Promise<void> {
    const answer = await send(activityGet, {
      output: definitionSchema,
      ...(version !== undefined && { query: { version: String(version) } }),
    });
    if (leaving.signal.aborted) return;
    if (!answer.ok) {
      if (!definition.peek()) status.value = 'failed';
      return report(answer.failure);
    }
    const known = definition.peek();
    if (known && answer.value.version <= known.version) return;
    definition.value = answer.value as LoadedActivity;
    if (known) events.emit('change', { version: answer.value.version });
  }

  async function readParticipant(defined: Promise<void>): Promise<void> {
    const mine = ++era;
    const answer = await identity.load(async () => {
      await defined;
      return definition.peek()?.guests ?? 'none';
    });
    if (mine !== era || leaving.signal.aborted) return;
    if (!answer.ok) {
      participantStatus.value = 'failed';
      return report(answer.failure);
    }
    readAt = environment.monotonic();
    batch(() => {
      const next = answer.value?.participant ?? null;
      if (next?.id !== participant.peek()?.id) sections.clear();
      participant.value = next;
      sections.merge(answer.value?.sections ?? {});
      participantStatus.value = 'ready';
    });
    events.emit('participant', { participant: participant.peek() });
  }

  async function load(): Promise<void> {
    const timed = clock.uncertainty === Number.POSITIVE_INFINITY ? clock.sync() : Promise.resolve();
    batch(() => {
      failure.value = undefined;
      if (!definition.peek()) status.value = 'loading';
      participantStatus.value = 'loading';
    });
    const defined = readDefinition();
    const entered = readParticipant(defined).catch((error) => {
      participantStatus.value = 'failed';
      report({
        code: 'token_unavailable',
        retryable: true,
        message: `the token function failed: ${String(error)}`,
      });
    });
    // Without the server's time a wrong device clock would show the wrong phase: wait for the first sample.
    await Promise.all([defined, Promise.race([timed, firstTime()])]);
    if (leaving.signal.aborted || !definition.peek()) return;
    status.value = 'ready';
    live.start();
    await entered;
  }

  const firstTime = () =>
    new Promise<void>((resolve) => {
      const off = clock.onChange(() => {
        off();
        resolve();
      });
    });

  async function refreshParticipant(): Promise<void> {
    const mine = era;
    const answer = await identity.reload();
    if (mine !== era) return;
    if (!answer.ok) return report(answer.failure);
    readAt = environment.monotonic();
    if (answer.value) sections.merge(answer.value.sections);
  }

  let ready: Promise<void>;
  const start = () => {
    ready = load().then(() => {
      const reason = failure.peek();
      if (status.peek() === 'failed' || participantStatus.peek() === 'failed')
        throw new FanfareError(
          'core',
          reason?.code ?? 'unavailable',
          `activity "${id}" could not be loaded: ${reason?.message}. Check id, endpoint and network, then call refresh().`,
        );
    });
    // Elements never wait for `ready`; a host that does sees the error, a host that does not is not bothered.
    ready.catch(() => {});
    return ready;
  };

  cleanup.add(
    effect(() => {
      const current = phase.phase.value;
      if (current && status.value === 'ready') events.emit('phase', { phase: current });
    }),
  );
  cleanup.add(
    effect(() => {
      const newest = live.live.value?.version;
      const known = definition.peek();
      if (newest === undefined || !known || newest <= known.version) return;
      // Every open page learns of it in the same seconds: spread the reads.
      cleanup.add(
        environment.after(
          environment.random() * known.jitter_seconds * 1000,
          () => void readDefinition(newest),
        ),
      );
    }),
  );
  /** At a phase's edge the numbers change for everybody at once: each page reads them at its own random moment. */
  cleanup.add(
    events.on('phase', () => {
      const spread = (definition.peek()?.jitter_seconds ?? 30) * 1000;
      if (environment.monotonic() - readAt < 5000) return;
      live.soon(spread);
      cleanup.add(environment.after(environment.random() * spread, () => void refreshParticipant()));
    }),
  );
  const comeBack = () => {
    if (environment.document?.visibilityState === 'hidden') return;
    if (status.peek() === 'failed' || participantStatus.peek() === 'failed') void start();
    else if (participant.peek() && environment.monotonic() - readAt > STALE_MS) void refreshParticipant();
  };
  cleanup.listen(environment.document, 'visibilitychange', comeBack);
  for (const type of ['pageshow', 'online']) cleanup.listen(environment.window, type, comeBack);

  void readDeliveryLink(id, options.channel, environment).then((link) => {
    channel.value = link.channel;
  });
  start();

  return {
    id,
    environment,
    clock,
    tracker: options.tracker,
    status,
    participantStatus,
    failure,
    definition,
    currentPhase: phase.phase,
    participant,
    live: live.live,
    locale,
    channel,
    get ready() {
      return ready;
    },
    get phase() {
      return phase.phase.peek();
    },
    now,
    on: events.on,
    refresh: start,
    refreshParticipant,
    watchLive: live.watch,
    update(change) {
      if ('locale' in change) locale.value = chooseLocale(change.locale);
      if ('channel' in change) channel.value = change.channel;
      if ('token' in change && change.token !== hostToken) {
        hostToken = change.token;
        void start().catch(() => {});
      }
    },
    part: (name, schema) =>
      computed(() => {
        const given = definition.value?.[name];
        const parsed = given === undefined ? undefined : z.safeParse(schema, given);
        return parsed?.success ? parsed.data : undefined;
      }),
    section: (name, schema) =>
      computed(() => {
        const parsed = z.safeParse(schema, sections.get(name).value);
        return parsed.success ? parsed.data : undefined;
      }),
    async call(route, callOptions) {
      const mine = era;
      const attempt = async () => send(route, { ...callOptions, token: await identity.token() });
      let answer = await attempt();
      if (!answer.ok && REFUSED_TOKEN.includes(answer.failure.code)) {
        identity.forget();
        answer = await attempt();
      }
      if (answer.ok && mine === era) sections.merge(sectionsIn(answer.value));
      return answer;
    },
    destroy() {
      leaving.abort();
      era++;
      cleanup.run();
    },
  };
}

const sectionsIn = (value: unknown) =>
  (Object(value) as { sections?: Record<string, { revision: number }> }).sections ?? {};

function transportOf({ endpoint, transport }: ActivityOptions, environment: Environment): Transport {
  if (transport && typeof transport !== 'function') return transport;
  if (!endpoint && !transport)
    throw new FanfareError(
      'core',
      'config_invalid',
      '"endpoint" expected the URL of a backend, got nothing. Give an endpoint or a transport.',
    );
  return httpTransport({
    endpoint: endpoint ?? 'https://in-page.invalid',
    fetch: transport ?? environment.fetch,
    environment,
  });
}
