// One visit as a page would carry it out: calls to the backend, then its events as one batch of the tracker's form.
import { createHmac } from 'node:crypto';

/**
 * @typedef {object} Backend
 * @property {import('./http.mjs').Send} send
 * @property {string} activity
 * @property {string} project
 * @property {string} trackKey
 * @property {string} hostKey
 * @property {string} secret HS256, of the host.
 */

/** What claims ask for. */
const forms = {
  none: {},
  account: { account: { name: '张三', number: '6222000000000000' } },
  address: { address: { name: '张三', phone: '010-5550100', region: '北京', street: '西长安街 1 号' } },
};

const encode = (/** @type {object} */ value) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A participant's token as the host signs it. */
function tokenOf(
  /** @type {Backend} */ { project, secret },
  /** @type {string} */ sub,
  /** @type {number} */ now,
) {
  const seconds = Math.floor(now / 1000);
  const text = `${encode({ alg: 'HS256' })}.${encode({ sub, aud: project, iat: seconds - 5, exp: seconds + 3000 })}`;
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
}

/** A UUIDv7 of a moment, the same for every copy of the event. */
function idOf(/** @type {number} */ ms, /** @type {string} */ page, /** @type {number} */ seq) {
  const time = ms.toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${(seq % 4096).toString(16).padStart(3, '0')}-8000-${page.slice(1)}`;
}

/**
 * Sends a visit's events, twice where the answer was lost, and answers what became of them.
 *
 * @param {Backend} backend
 * @param {import('./person.mjs').Person} person
 * @param {import('./person.mjs').Visit} visit
 * @param {{ midnight: number, now: number }} times Unix ms.
 */
export async function sendEvents(backend, person, visit, { midnight, now }) {
  const iso = (/** @type {number} */ at) => new Date(midnight + at).toISOString();
  const body = JSON.stringify({
    key: backend.trackKey,
    batch_id: visit.page,
    sent_at: new Date(now).toISOString(),
    context: {
      ...{
        activity: backend.activity,
        visitor: person.visitor,
        session: visit.page,
        phase: 'live',
        version: 1,
      },
      ...{ locale: 'zh-CN', channel: visit.channel, channel_first: person.first, participant: person.id },
    },
    events: visit.events.map(({ name, at, props, invalid }, number) => ({
      ...{ id: idOf(midnight + at, visit.page, number + 1), name, created_at: iso(at) },
      ...{ pid: visit.page, seq: number + 1, props, invalid },
    })),
  });
  const tally = { accepted: 0, duplicate: 0, rejected: 0 };
  for (let turn = visit.isTwice ? 2 : 1; turn > 0; turn--) {
    const answer = await backend.send('POST', '/v1/events', {
      body,
      headers: { 'Content-Type': 'text/plain' },
    });
    if (answer.status !== 200) throw new Error(`The intake answered ${answer.status}.`);
    for (const { status } of answer.json().results) tally[/** @type {keyof typeof tally} */ (status)]++;
  }
  return tally;
}

/**
 * Draws, claims, checks in, invites and orders.
 *
 * @param {Backend} backend
 * @param {import('./person.mjs').Person} person
 * @param {import('./person.mjs').Visit} visit
 * @param {{ now: number, codes: string[] }} world `codes`: invite codes that are about.
 */
export async function act(backend, person, visit, { now, codes }) {
  const path = `/v1/activities/${backend.activity}`;
  const asPerson = {
    Authorization: `Bearer ${tokenOf(backend, person.id, now)}`,
    'Content-Type': 'application/json',
  };
  const asHost = { Authorization: `Bearer ${backend.hostKey}`, 'Content-Type': 'application/json' };
  const keyed = (/** @type {string} */ to, /** @type {string} */ key, /** @type {object} */ body) =>
    backend.send('POST', `${path}/${to}`, {
      body,
      headers: { ...asPerson, 'Idempotency-Key': `${visit.page}-${key}` },
    });
  const fact = (/** @type {string} */ name, /** @type {number | undefined} */ value = undefined) =>
    backend.send('POST', `${path}/facts`, {
      body: { id: `${name}-${visit.page}`, participant: person.id, name, value },
      headers: asHost,
    });

  if (person.accepts && codes.length) {
    const code = codes[visit.at % codes.length] ?? '';
    await keyed(`invites/${code}/accept`, 'accept', {});
  }
  if (person.accepts && person.watches) await fact('watched');
  for (let draw = 0; draw < visit.draws; draw++) {
    const answer = await keyed('draws', `draw-${draw}`, { client_seed: visit.page });
    if (answer.status !== 200) continue;
    const { draw: drawn, sections } = answer.json();
    const won = sections.rewards?.items.find((/** @type {{ id: string }} */ one) => one.id === drawn.reward);
    if (won?.state === 'pending' && person.claims)
      await keyed(
        `rewards/${won.id}/claim`,
        `claim-${draw}`,
        forms[/** @type {keyof typeof forms} */ (won.form)],
      );
  }
  if (visit.checksIn) await keyed('check-ins', 'check-in', {});
  if (person.invites) {
    const me = await backend.send('GET', `${path}/me`, { headers: asPerson });
    const code = me.status === 200 && me.json().sections.invite?.code;
    if (code) codes.push(code);
  }
  if (person.orders && visit.draws > 0) await fact('ordered', person.orders);
}
