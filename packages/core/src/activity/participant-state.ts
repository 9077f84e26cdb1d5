// The participant as the page knows them: who, with which sections, and every call made in their name.
import type { AnsweredRoute, AnswerOf, Me, Participant, Route } from '@fanfare/protocol';
import { batch, type ReadonlySignal, signal } from '@preact/signals-core';
import type { CallOptions, Result } from '../api.js';
import type { Failure } from '../transport/transport.js';
import type { ActivityStatus, Send } from './activity.js';
import type { Identity } from './identity.js';
import { createSections, type Sections } from './sections.js';

export interface ParticipantState {
  readonly status: ReadonlySignal<ActivityStatus>;
  readonly participant: ReadonlySignal<Participant | null>;
  readonly sections: Sections;
  load(policy: Parameters<Identity['load']>[0]): Promise<Failure | undefined>;
  /** Reads the sections again; unchanged ones cost a 304. */
  refresh(): Promise<Failure | undefined>;
  call<Name extends AnsweredRoute>(
    route: Route<Name>,
    options?: CallOptions,
  ): Promise<Result<AnswerOf<Name>>>;
  /** Monotonic time of the last read. */
  readonly readAt: number;
}

const REFUSED_TOKEN = ['token_expired', 'token_invalid', 'unauthenticated'];

export function createParticipantState(
  send: Send,
  identity: Identity,
  monotonic: () => number,
): ParticipantState {
  const status = signal<ActivityStatus>('loading');
  const participant = signal<Participant | null>(null);
  const sections = createSections();
  /** Counts sign-ins: what is answered to an earlier participant is not kept. */
  let era = 0;
  let readAt = Number.NEGATIVE_INFINITY;

  const keep = (me: Me | undefined) =>
    batch(() => {
      readAt = monotonic();
      const next = me?.participant ?? null;
      if (next?.id !== participant.peek()?.id) sections.clear();
      participant.value = next;
      if (me) sections.merge(me.sections);
      status.value = 'ready';
    });

  return {
    status,
    participant,
    sections,
    get readAt() {
      return readAt;
    },
    async load(policy) {
      const mine = ++era;
      status.value = 'loading';
      try {
        const answer = await identity.load(policy);
        if (mine !== era) return undefined;
        if (answer.ok) keep(answer.value);
        else status.value = 'failed';
        return answer.ok ? undefined : answer.failure;
      } catch (error) {
        if (mine === era) status.value = 'failed';
        return {
          code: 'token_unavailable',
          retryable: true,
          message: `the host's token function failed: ${String(error)}`,
        };
      }
    },
    async refresh() {
      const mine = era;
      const answer = await identity.reload();
      if (!answer.ok) return answer.failure;
      if (mine === era && answer.value) keep(answer.value);
      else readAt = monotonic();
      return undefined;
    },
    async call(route, options) {
      const mine = era;
      const attempt = async () => send(route, { ...options, token: await identity.token() });
      let answer = await attempt();
      if (!answer.ok && REFUSED_TOKEN.includes(answer.failure.code)) {
        identity.forget();
        answer = await attempt();
      }
      if (answer.ok && mine === era) sections.merge(sectionsIn(answer.value));
      return answer as Result<never>;
    },
  };
}

const sectionsIn = (value: unknown) => (Object(value) as { sections?: Me['sections'] }).sections ?? {};
