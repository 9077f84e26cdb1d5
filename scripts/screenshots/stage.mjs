// A New Year activity of its own for one picture: what its people do is done over the real API.
import { resolve } from 'node:path';
import { memoryStore } from '@fanfare/server/memory';
import { startBackend } from '../demo/backend.mjs';
import { loadDefinition } from '../demo/definition.mjs';
import { serveExamples } from '../demo/examples.mjs';

/** The evening of the third day. */
const SHOW = '2027-01-03T20:00:00+08:00';

/**
 * @typedef {Awaited<ReturnType<typeof createStage>>} Stage
 * @typedef {object} Shot
 * @property {string} name
 * @property {'invite' | 'checkin'} of
 * @property {string} [at] Moment by the backend's clock.
 * @property {boolean} [isBest] Stands in docs/screenshots.
 * @property {boolean} [isWechat]
 * @property {boolean} [isGuest]
 * @property {boolean} [isDark]
 * @property {boolean} [isScreen] The screen instead of the section: for what covers the page.
 * @property {number} [width]
 * @property {string | ((stage: Stage) => Promise<string>)} [query]
 * @property {(definition: any) => void} [definition]
 * @property {(stage: Stage) => Promise<unknown>} [before] What has happened.
 * @property {(seen: { page: import('playwright').Page, widget: import('playwright').Locator, stage: Stage }) => Promise<unknown>} [after]
 */

const NAMES = {
  'zh-CN': ['陈一诺', '王小明', '赵敏', '李雷', '韩梅梅', '孙悦', '周航', '吴桐', '郑好', '钱多多', '林夕'],
  en: [
    'Noah Chen',
    'Ming Wang',
    'Min Zhao',
    'Ray Li',
    'May Han',
    'Joy Sun',
    'Hank Zhou',
    'Tong Wu',
    'Hao',
    'Dodo',
    'Xi',
  ],
};

/**
 * @param {Record<string, string>} folders
 * @param {{ lang: 'zh-CN' | 'en', change?: ((definition: any) => void) | undefined, at?: string | undefined }} options
 */
export async function createStage(folders, { lang, change = () => {}, at = SHOW }) {
  const file = resolve(import.meta.dirname, '../../examples/new-year/activity.json');
  const definition = { ...loadDefinition(file), guards: [] };
  change(definition);
  const lead = Date.parse(definition.schedule.start_at) - Date.parse(at);
  const backend = await startBackend({ store: memoryStore(), definition, port: 0, lead });
  const pages = await serveExamples({ folders, port: 0, backend });
  const base = `${backend.url}/v1/activities/new-year`;
  const person = { id: 'lin', name: lang === 'en' ? 'Lin Xiaoman' : '林小满' };
  let number = 0;

  /** @param {string} path @param {object} body @param {string} [token] */
  async function send(path, body, token) {
    const answer = await fetch(path.startsWith('/') ? `${backend.url}${path}` : `${base}/${path}`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'Idempotency-Key': `key-${++number}`,
        ...(token && { Authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(body),
    });
    const found = await answer.json();
    if (!answer.ok) throw new Error(`${path}: ${JSON.stringify(found)}`);
    return found;
  }
  /** @param {string} sub @param {string} [name] */
  const tokenOf = async (sub, name) =>
    (await send('/v1/dev/token', { activity: 'new-year', sub, ...(name && { name }) })).token;
  /** @param {string} sub */
  const me = async (sub) => {
    const answer = await fetch(`${base}/me`, {
      headers: { Authorization: `Bearer ${await tokenOf(sub, sub === person.id ? person.name : undefined)}` },
    });
    return (await answer.json()).sections;
  };
  /** @param {string} participant @param {string} name */
  const fact = (participant, name) =>
    send('facts', { id: `fact-${++number}`, participant, name }, backend.keys.host[0]?.key);
  const admin = backend.keys.admin[0]?.key;

  return {
    url: pages.url,
    person,
    send,
    me,
    fact,
    tokenOf,
    /** Does it as the person of the picture. @param {string} path @param {object} [body] */
    act: async (path, body = {}) => send(path, body, await tokenOf(person.id, person.name)),
    /** @param {string} path @param {object} body */
    decide: (path, body) => send(`/v1/admin/activities/new-year/${path}`, body, admin),
    /** @param {string} to */
    moveTo: (to) => send('/v1/dev/clock', { now: to }),
    /** Friends of somebody, by their number; `valid` ones have done what it takes. */
    async bring(/** @type {number} */ valid, joined = 0, inviter = person.id) {
      await tokenOf(person.id, person.name);
      const { code } = (await me(inviter)).invite;
      for (let at = 0; at < valid + joined; at++) {
        const sub = `friend-${++number}`;
        await send(`invites/${code}/accept`, {}, await tokenOf(sub, NAMES[lang][at % NAMES[lang].length]));
        if (at < valid) await fact(sub, 'watched');
      }
    },
    /** A picture handed in as proof; the submission's id. */
    async prove() {
      const token = await tokenOf(person.id, person.name);
      const bytes = Uint8Array.from([0xff, 0xd8, 0xff, 1]);
      const { id, url } = await send('uploads', { type: 'image/jpeg', bytes: bytes.length }, token);
      await fetch(url, { method: 'PUT', headers: { 'Content-Type': 'image/jpeg' }, body: bytes });
      await send('tasks/share-proof/submissions', { uploads: [id] }, token);
      const list = await fetch(`${backend.url}/v1/admin/activities/new-year/submissions`, {
        headers: { Authorization: `Bearer ${admin}` },
      });
      return (await list.json()).items[0].id;
    },
    async stop() {
      await pages.stop();
      await backend.stop();
    },
  };
}
