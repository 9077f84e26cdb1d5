// Everything of a run that cases share: the connection, keys, clock, and the activities that were made.
import type { DefinitionInput } from '@fanfare/protocol';
import { createClient, type Send } from './client.js';
import { type BackendClock, createClock } from './clock.js';
import { definitionOf } from './definitions.js';
import type { Need } from './need.js';
import type { ConformanceOptions } from './options.js';
import { createSigner, type Signer } from './signer.js';
import { Broken, NotCertified } from './verdict.js';

/** A run. */
export interface World {
  options: ConformanceOptions;
  endpoint: string;
  send: Send;
  clock: BackendClock;
  signer: Signer | null;
  project: string;
  features: ReadonlySet<string>;
  server: string;
  limits: { body_bytes: number; batch_events: number; batch_bytes: number };
  /** Why a need is not met; null when it is. */
  missing(need: Need): string | null;
  /** A name that no other run has used. */
  unique(prefix: string): string;
  /** Stores a definition: the standard one with changes. */
  put(change: Partial<DefinitionInput>): Promise<DefinitionInput>;
}

const LACKING: Record<Need, string> = {
  members: 'no participants: give --signing-jwk or --token-command',
  signer: 'bad tokens cannot be signed: give --signing-jwk',
  own: 'no activities of the kit’s own: give --admin-key, on a backend with feature "admin"',
  facts: 'no facts: give --host-key, on a backend with feature "facts"',
  events: 'no events: give --track-key',
  clock: 'the clock cannot be set: give --dev-clock, on a backend with POST /v1/dev/clock',
};

/** Asks the backend who it is, and gets ready. Throws {@link Broken} when it cannot even say that. */
export async function createWorld(endpoint: string, options: ConformanceOptions): Promise<World> {
  const send = createClient(endpoint, options.fetch ?? ((request) => fetch(request)));
  const { features: listed, server, limits } = (await send('GET', '/v1')).ok('capabilities.get');
  const features = new Set(listed);
  const clock = createClock(send);
  await clock.measure();
  const signer = options.signingJwk ? await createSigner(options.signingJwk) : null;
  const project = options.project ?? 'conformance';
  const run = crypto.randomUUID().slice(0, 8);
  let count = 0;

  const isMet: Record<Need, boolean> = {
    members: signer !== null || options.tokens !== undefined,
    signer: signer !== null,
    own: options.adminKey !== undefined && features.has('admin'),
    facts: options.hostKey !== undefined && features.has('facts'),
    events: options.trackKey !== undefined,
    clock: options.devClock === true,
  };
  const unique = (prefix: string) => `${prefix}-${run}-${++count}`;
  return {
    options,
    endpoint,
    send,
    clock,
    signer,
    project,
    features,
    server,
    limits,
    missing: (need) => (isMet[need] ? null : LACKING[need]),
    unique,
    async put(change) {
      if (!isMet.own) throw new NotCertified(LACKING.own);
      const id = change.id ?? unique('kit');
      const definition = { ...definitionOf(id, { project, features, now: clock.now() }), ...change };
      const answer = await send('PUT', `/v1/admin/activities/${id}`, {
        token: options.adminKey!,
        body: definition,
        headers: change.id === undefined ? { 'If-None-Match': '*' } : { 'If-Match': '*' },
      });
      if (answer.status !== 200)
        throw new Broken('the activity of the case to be stored (status 200)', [answer]);
      return definition;
    },
  };
}
