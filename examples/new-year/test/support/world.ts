// The page as its visitors meet it: the backend over a memory store, the built page on a server of its own.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { memoryStore } from '@fanfare/server/memory';
import { startBackend } from '../../../../scripts/demo/backend.mjs';
import { loadDefinition } from '../../../../scripts/demo/definition.mjs';
import { findExamples, serveExamples } from '../../../../scripts/demo/examples.mjs';

const workspace = resolve(import.meta.dirname, '../../../..');
export const START = Date.parse('2027-01-01T00:00:00+08:00');
export const END = Date.parse('2027-01-12T00:00:00+08:00');
/** The first show is on. */
export const LIVE = Date.parse('2027-01-01T19:45:00+08:00');

type Definition = ReturnType<typeof loadDefinition>;

export interface WorldOptions {
  /** Changes the definition before the backend has it. */
  change?: (definition: Definition) => void;
  /** Sent with every file of the page. */
  headers?: Record<string, string>;
  /** Unix ms by the backend's clock. @default LIVE */
  now?: number;
}

/** The definition of the example; pages learn of changes within a second or two. */
export function definitionOf(change: WorldOptions['change'] = () => {}): Definition {
  const definition = loadDefinition(resolve(workspace, 'examples/new-year/activity.json'));
  Object.assign(definition, { jitter_seconds: 1, live_seconds: 1 });
  change(definition);
  return definition;
}

export async function createWorld({ change, headers = {}, now = LIVE }: WorldOptions = {}) {
  const folders = findExamples(workspace);
  const definition = definitionOf(change);
  const backend = await startBackend({ store: memoryStore(), definition, port: 0, lead: START - now });
  const pages = await serveExamples({ folders, port: 0, backend, headers });
  const activity = `${backend.url}/v1/activities/new-year`;
  const json = async (url: string, options: RequestInit = {}) => {
    const answer = await fetch(url, {
      ...options,
      headers: { 'Content-Type': 'application/json', ...options.headers },
    });
    return { status: answer.status, headers: answer.headers, body: await answer.json() };
  };
  const tokenOf = async (sub: string) => {
    const body = JSON.stringify({ activity: 'new-year', sub });
    return (await json(`${backend.url}/v1/dev/token`, { method: 'POST', body })).body.token as string;
  };
  return {
    api: backend.url,
    pages: pages.url,
    definition,
    tokenOf,
    /** Moves the backend's clock. */
    moveTo: (to: number) =>
      json(`${backend.url}/v1/dev/clock`, {
        method: 'POST',
        body: JSON.stringify({ now: new Date(to).toISOString() }),
      }),
    /** What the backend knows of a member. */
    async me(sub: string) {
      const { body } = await json(`${activity}/me`, {
        headers: { Authorization: `Bearer ${await tokenOf(sub)}` },
      });
      return body;
    },
    /** Grants chances by facts of the host. */
    async give(participant: string, chances = 1) {
      for (let i = 0; i < chances; i++)
        await json(`${pages.url}/host/gift`, { method: 'POST', body: JSON.stringify({ participant }) });
    },
    /** Records a fact of the host. */
    fact: (participant: string, name: string) =>
      json(`${pages.url}/host/gift`, { method: 'POST', body: JSON.stringify({ participant, name }) }),
    /** A guest who accepts a code and does what makes a friend count. */
    async befriend(code: string) {
      const guest = await json(`${activity}/guests`, { method: 'POST', body: '{}' });
      await json(`${activity}/invites/${code}/accept`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${guest.body.token}`, 'Idempotency-Key': crypto.randomUUID() },
        body: '{}',
      });
      return this.fact(guest.body.me.participant.id, 'watched');
    },
    draw: async (sub: string, key: string) =>
      json(`${activity}/draws`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${await tokenOf(sub)}`, 'Idempotency-Key': key },
        body: JSON.stringify({ client_seed: 'test' }),
      }),
    live: async () => (await json(`${activity}/live`)).body,
    /** Puts a changed definition as an operator does. */
    async put(edit: (definition: Definition) => void) {
      const admin = { Authorization: `Bearer ${backend.keys.admin[0]!.key}` };
      const url = `${backend.url}/v1/admin/activities/new-year`;
      const { headers: read } = await json(url, { headers: admin });
      edit(definition);
      return json(url, {
        method: 'PUT',
        headers: { ...admin, 'If-Match': read.get('ETag') ?? '*' },
        body: JSON.stringify(definition),
      });
    },
    async stop() {
      await pages.stop();
      await backend.stop();
    },
  };
}
export type World = Awaited<ReturnType<typeof createWorld>>;

/** The page's own HTML, for what it promises without a script. */
export const html = () => readFileSync(resolve(workspace, 'examples/new-year/index.html'), 'utf8');
