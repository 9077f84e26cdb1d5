// What every route gets, and the one thing most of them do first: find the activity.
import type { Route, RouteName } from '@fanfare/protocol';
import type { Environment } from '../environment.js';
import type { Answer } from '../http/answer.js';
import { refuse } from '../http/refusal.js';
import type { Reader, StoredActivity } from '../store.js';

/** One request on its way through a route. */
export interface Call {
  env: Environment;
  request: Request;
  route: Pick<Route, 'method' | 'path' | 'caller'> & { name: string };
  /** The `{name}` parts of the path. */
  params: Record<string, string>;
  query: URLSearchParams;
  /** The activity as {@link loadActivity} has read it for this request. */
  activity?: Promise<StoredActivity>;
}

/** Answers a call, or throws a Refusal. */
export type Handler = (call: Call) => Promise<Answer>;

/** Handlers by the name of their route. A route without one answers 404. */
export type Handlers = Partial<Record<RouteName, Handler>>;

const ACTIVITY_ID = /^[a-z0-9][a-z0-9-]{0,63}$/;

/** The activity that the path names; refuses when there is none. */
export async function findActivity(reader: Reader, { params }: Call): Promise<StoredActivity> {
  const id = params.activity ?? '';
  const activity = ACTIVITY_ID.test(id) ? await reader.activity(id) : null;
  return activity ?? refuse('activity_not_found');
}

/** {@link findActivity} outside a transaction and up to a second old: for who calls, never for what a rule decides. */
export function loadActivity(call: Call): Promise<StoredActivity> {
  const { env, params } = call;
  call.activity ??= env.known.find(params.activity ?? '', () =>
    env.store.read((reader) => findActivity(reader, call)),
  );
  return call.activity;
}
