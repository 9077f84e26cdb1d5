// A running activity for a widget's tests: the real `createActivity` over handlers and a fake environment.
import type { Me, PublicActivity } from '@fanfare/protocol';
import type { Activity } from '../activity/activity.js';
import { createActivity } from '../activity/create-activity.js';
import { createTransport, type Handlers } from '../transport/handlers.js';
import type { Transport } from '../transport/transport.js';
import { type FakeEnvironment, fakeEnvironment } from './environment.js';

export interface FakeActivityOptions {
  /** Parts of the definition that differ from the plain one. */
  definition?: Partial<PublicActivity>;
  sections?: Me['sections'];
  handlers?: Handlers;
  environment?: FakeEnvironment;
  locale?: string;
}

/** Starts live at the environment's now; warm-up began an hour ago, the end is in two hours. */
export function fakeActivity(options: FakeActivityOptions = {}): {
  activity: Activity;
  environment: FakeEnvironment;
  /** The handlers as a transport, for an element of its own. */
  transport: Transport;
} {
  const environment = options.environment ?? fakeEnvironment();
  const at = (ms: number) => new Date(environment.wall() + ms).toISOString();
  const definition: PublicActivity = {
    id: 'test',
    version: 1,
    title: { 'zh-CN': '测试活动', en: 'Test activity' },
    zone: 'Asia/Shanghai',
    landing: 'https://host.example/',
    schedule: { start_at: at(-3_600_000), end_at: at(7_200_000) },
    guests: 'act',
    jitter_seconds: 30,
    live_seconds: 20,
    sessions: [],
    nodes: [],
    rules: [],
    ...options.definition,
  };
  const me: Me = {
    participant: { id: 'guest-1', kind: 'guest' },
    sections: options.sections ?? {
      chances: { revision: 1, left: 3, used: 0, granted: 3 },
      rewards: { revision: 1, items: [] },
    },
  };
  const transport = createTransport({
    'time.get': () => ({ now: environment.wall() }),
    'activity.get': () => definition,
    'activity.live': () => ({
      version: definition.version,
      paused: [],
      stock: [],
      tiers: [],
      counters: { participants: 0, draws: 0, awards: 0 },
      winners: [],
    }),
    'guest.create': () => ({ token: 'guest-token', linked: false, secret: 'secret', me }),
    'participant.get': () => me,
    ...options.handlers,
  });
  const activity = createActivity({
    id: definition.id,
    locale: options.locale ?? 'en',
    environment,
    transport,
  });
  return { activity, environment, transport };
}
