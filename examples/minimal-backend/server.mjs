// A backend for the lottery and the check-in widget in one file: Node's standard library, everything in memory,
// written from docs/backend.md. Node runs one function at a time, so an effect without `await` is a transaction.
import { createHash, createHmac, randomBytes, randomInt, randomUUID, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';

const { PARTICIPANT_SECRET, HOST_KEY, ADMIN_KEY, DEV, PORT = '8788' } = process.env;
if (!PARTICIPANT_SECRET || !HOST_KEY || !ADMIN_KEY)
  throw new Error('Set PARTICIPANT_SECRET (HS256, signs participants), HOST_KEY (facts) and ADMIN_KEY.');
const GUEST_SECRET = randomBytes(32);
const BODY_BYTES = 65_536;
const EXPOSED = 'Fanfare-Time, ETag, Idempotency-Replayed, Retry-After, Request-Id';

const activities = new Map(); // id -> { versions, participants, secrets, facts, stock, draws, awards }
let offset = 0;
const now = () => Date.now() + offset;
const utc = (time) => new Date(time).toISOString();
const hash = (text) => createHash('sha256').update(text).digest('base64url');

// Refusals ---------------------------------------------------------------------------------------------------------
const STATUS = {
  malformed: 400,
  key_missing: 400,
  unauthenticated: 401,
  token_invalid: 401,
  token_expired: 401,
  guest_forbidden: 403,
  not_found: 404,
  activity_not_found: 404,
  method_not_allowed: 405,
  not_started: 409,
  ended: 409,
  paused: 409,
  no_chances: 409,
  code_invalid: 409,
  day_invalid: 409,
  make_up_exhausted: 409,
  points_short: 409,
  version_mismatch: 412,
  too_large: 413,
  unsupported_media_type: 415,
  invalid: 422,
  key_reused: 422,
  version_required: 428,
};
class Refusal extends Error {
  constructor(code, more = {}, headers = {}) {
    super(code);
    Object.assign(this, { code, more, headers });
  }
}
const refuse = (code, more, headers) => {
  throw new Refusal(code, more, headers);
};
const invalid = (field) =>
  refuse('invalid', { errors: [{ pointer: `/${field}`, detail: `"${field}" is not as expected.` }] });
const text =
  (max, min = 0) =>
  (value) =>
    typeof value === 'string' && value.length >= min && value.length <= max;
/** Requests are strict: every field is known and right. */
function parse(body, fields, required = []) {
  if (body === null || typeof body !== 'object' || Array.isArray(body)) invalid('');
  for (const [name, value] of Object.entries(body)) if (!fields[name]?.(value)) invalid(name);
  for (const name of required) if (body[name] === undefined) invalid(name);
  return body;
}

// Tokens -----------------------------------------------------------------------------------------------------------
const encode = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
const sealOf = (secret, input) => createHmac('sha256', secret).update(input).digest();
const sign = (secret, claims) => {
  const input = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims)}`;
  return `${input}.${sealOf(secret, input).toString('base64url')}`;
};
/** The claims of a token for `audience`; the algorithm is fixed here and never taken from the token. */
function verify(token, secret, audience) {
  const [head, body, seal = ''] = token.split('.');
  let claims = {};
  try {
    if (JSON.parse(Buffer.from(head, 'base64url')).alg !== 'HS256') refuse('token_invalid');
    claims = JSON.parse(Buffer.from(body, 'base64url'));
  } catch {
    refuse('token_invalid');
  }
  const [given, right] = [Buffer.from(seal, 'base64url'), sealOf(secret, `${head}.${body}`)];
  if (given.length !== right.length || !timingSafeEqual(given, right)) refuse('token_invalid');
  const seconds = now() / 1000;
  if (![claims.aud].flat().includes(audience) || typeof claims.exp !== 'number') refuse('token_invalid');
  if (claims.exp <= seconds) refuse('token_expired');
  if (claims.exp - Math.min(claims.iat ?? seconds, seconds + 60) > 3600) refuse('token_invalid');
  return claims;
}
const bearer = ({ headers }) => /^Bearer (\S+)$/i.exec(headers.authorization ?? '')?.[1];
const requireKey = (call, key) => bearer(call) === key || refuse('unauthenticated');

function identify(call, activity) {
  const token = bearer(call);
  if (!token) return null;
  const guest = token.split('.').length === 3 && isGuest(token);
  if (guest) return { kind: 'guest', id: verify(token, GUEST_SECRET, `guest:${activity.id}`).sub };
  const { sub, name } = verify(token, PARTICIPANT_SECRET, activity.definition.project);
  if (!text(128, 1)(sub) || sub.startsWith('guest_')) refuse('token_invalid');
  return { kind: 'member', id: sub, name };
}
const isGuest = (token) => {
  try {
    return JSON.parse(Buffer.from(token.split('.')[1], 'base64url')).iss === 'guest';
  } catch {
    return false;
  }
};

// Days -------------------------------------------------------------------------------------------------------------
const formats = new Map();
const dayAt = (zone, time) => {
  if (!formats.has(zone))
    formats.set(zone, new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }));
  return formats.get(zone).format(time);
};
function dayEnd(zone, time) {
  let [same, next] = [time, time + 48 * 3_600_000];
  while (next - same > 1) {
    const middle = Math.floor((same + next) / 2);
    if (dayAt(zone, middle) === dayAt(zone, time)) same = middle;
    else next = middle;
  }
  return next;
}
/** The day after (or before), of those that the zone has: Samoa skipped one in 2011. */
function step(zone, day, by = 1) {
  const next = utc(Date.parse(day) + by * 86_400_000).slice(0, 10);
  const has = [12, 0, 24, -6, 6, 18, 30, -12].some(
    (hour) => dayAt(zone, Date.parse(next) + hour * 3_600_000) === next,
  );
  return has ? next : step(zone, next, by);
}
/** Laps begin with their first check-in; what is missed of the present one can be made up. */
function standing({ zone, checkin: plan }, days, today) {
  let [lap, lapDay, from, to] = [0, 0, null, null];
  for (const { day } of days) {
    if (to === null || day > to) {
      [lap, lapDay, from, to] = [lap + 1, 0, day, day];
      for (let left = plan.lap_days - 1; left > 0; left--) to = step(zone, to);
    }
    lapDay++;
  }
  const done = new Set(days.map(({ day }) => day));
  let streak = 0;
  for (let day = done.has(today) ? today : step(zone, today, -1); done.has(day); day = step(zone, day, -1))
    streak++;
  if (to === null || today > to)
    return { lap: lap + 1, lap_day: 0, missed: [], streak, left: plan.make_up?.per_lap ?? 0 };
  const missed = [];
  for (let day = from; day < today; day = step(zone, day)) if (!done.has(day)) missed.push(day);
  const left =
    (plan.make_up?.per_lap ?? 0) - days.filter((one) => one.paid === 'quota' && one.day >= from).length;
  return { lap, lap_day: lapDay, lap_from: from, lap_to: to, missed, streak, left: Math.max(0, left) };
}

// Participants -----------------------------------------------------------------------------------------------------
const newPerson = (id, kind) => ({
  id,
  kind,
  name: undefined,
  revision: 0,
  grants: new Map(),
  used: 0,
  draws: 0,
  answers: new Map(),
  rewards: [],
  days: [],
  points: [],
});
/** Grants by the rules that name a fact, each occurrence once, within the limits. */
function grant({ definition }, person, fact, occurrence) {
  const day = dayAt(definition.zone, now());
  let granted = 0;
  for (const { id, fact: name, chances, per_day = Infinity, total = Infinity } of definition.lottery
    ?.chances ?? []) {
    const before = [...person.grants.values()].filter((one) => one.rule === id);
    const isFull = before.length >= total || before.filter((one) => one.day === day).length >= per_day;
    if (name !== fact || person.grants.has(`${id}:${occurrence}`) || isFull) continue;
    person.grants.set(`${id}:${occurrence}`, { rule: id, day, chances });
    granted += chances;
  }
  return granted;
}
function see(activity, { id, kind, name }) {
  let person = activity.participants.get(id);
  if (!person && kind === 'guest') refuse('token_invalid');
  if (!person) {
    person = newPerson(id, kind);
    activity.participants.set(id, person);
  }
  person.name = name ?? person.name;
  const isOver = now() >= Date.parse(activity.definition.schedule.end_at);
  // What a linked guest is due goes to its member.
  if (isOver || person.linked) return person;
  const today = dayAt(activity.definition.zone, now());
  if (grant(activity, person, 'joined', 'joined') + grant(activity, person, 'day', today) > 0)
    person.revision++;
  return person;
}
const pointsOf = ({ revision, points }) => ({
  revision,
  balance: points.reduce((sum, { change }) => sum + change, 0),
  history: points.toReversed(),
});
function sectionsOf({ definition }, person) {
  const { revision, used, rewards } = person;
  const granted = [...person.grants.values()].reduce((sum, { chances }) => sum + chances, 0);
  return {
    ...(definition.lottery && { chances: { revision, granted, used, left: Math.max(0, granted - used) } }),
    rewards: { revision, items: rewards },
    ...(definition.checkin && { checkin: checkinOf(definition, person), points: pointsOf(person) }),
  };
}
function checkinOf(definition, { revision, days }) {
  const today = dayAt(definition.zone, now());
  const { left, missed, ...rest } = standing(definition, days, today);
  const canMakeUp = Object.keys(definition.checkin.make_up ?? {}).some(
    (way) => way !== 'per_lap' || definition.checkin.make_up.per_lap > 0,
  );
  return {
    revision,
    today,
    day_ends_at: utc(dayEnd(definition.zone, now())),
    ...rest,
    missed: canMakeUp ? missed : [],
    days: days.map(({ day, kind, points }) => ({ day, kind, points })),
    make_up_left: left,
    multiplier: days.find(({ day }) => day === today)?.factor ?? 1,
  };
}
const meOf = (activity, person) => {
  const { id, kind, name } = person;
  return { participant: { id, kind, ...(name && { name }) }, sections: sectionsOf(activity, person) };
};

// Effects ----------------------------------------------------------------------------------------------------------
function requireOpen({ definition }, { kind }, widget) {
  if (now() < Date.parse(definition.schedule.start_at)) refuse('not_started');
  if (now() >= Date.parse(definition.schedule.end_at)) refuse('ended');
  if (definition.paused?.some((name) => name === '*' || name === widget)) refuse('paused');
  if (kind === 'guest' && definition.guests !== 'act') refuse('guest_forbidden');
}
function requireIdentity(call, activity) {
  const identity = identify(call, activity) ?? refuse('unauthenticated');
  if (identity.kind === 'guest' && (activity.definition.guests ?? 'none') === 'none')
    refuse('unauthenticated');
  return identity;
}
/** One key, one effect. The answer is saved as text, beside the effect, and a replay sends that text again. */
const keyed = (route, fields, required, effect) => (call) => {
  const activity = find(call);
  const identity = requireIdentity(call, activity);
  const key = call.headers['idempotency-key'] ?? '';
  if (!/^[\x21-\x7e]{1,128}$/.test(key)) refuse('key_missing');
  const body = parse(call.body(), fields, required);
  const person = see(activity, identity);
  const print = JSON.stringify(Object.entries(body).sort());
  const saved = person.answers.get(`${route} ${key}`);
  if (saved && saved.print !== print) refuse('key_reused');
  if (saved) return { text: saved.text, headers: { 'Idempotency-Replayed': 'true' } };
  requireOpen(activity, identity, route);
  const answer = JSON.stringify(effect(activity, person, body));
  person.answers.set(`${route} ${key}`, { print, text: answer });
  return { text: answer };
};

const draw = keyed(
  'lottery',
  { client_seed: text(64, 1), code: text(64) },
  ['client_seed'],
  (activity, person, { code }) => {
    const { prizes } = activity.definition.lottery ?? refuse('not_found');
    if (code !== undefined) refuse('code_invalid');
    if (sectionsOf(activity, person).chances.left === 0) refuse('no_chances');
    // randomInt rejects what a remainder would favour. A prize that is gone is no prize, never another one.
    const number = randomInt(prizes.reduce((sum, { weight }) => sum + weight, 0));
    let end = 0;
    const picked = prizes.find(({ weight }) => {
      end += weight;
      return number < end;
    });
    const isWon =
      picked.kind !== 'none' && (picked.stock === undefined || activity.given(picked.id) < picked.stock);
    const prize = isWon ? picked : prizes.find(({ kind }) => kind === 'none');
    const [at, receipt, reward] = [utc(now()), randomBytes(8).toString('hex'), isWon ? randomUUID() : null];
    if (isWon) {
      const { id, name, kind } = picked;
      person.rewards.unshift({
        id: reward,
        prize: id,
        name,
        kind,
        source: 'draw',
        state: 'pending',
        at,
        form: 'none',
        receipt,
      });
      activity.stock.set(id, activity.given(id) + 1);
      activity.awards++;
    }
    person.used++;
    person.revision++;
    activity.draws++;
    const { chances, rewards } = sectionsOf(activity, person);
    const outcome = {
      outcome: isWon ? 'won' : 'none',
      prize: prize?.id ?? null,
      reward,
      receipt,
      epoch: 1,
      nonce: ++person.draws,
    };
    return { draw: { id: randomUUID(), at, ...outcome }, sections: { chances, rewards } };
  },
);

const addPoints = (person, change, reason, subject) => {
  if (change) person.points.push({ id: randomUUID(), at: utc(now()), change, reason, subject });
};
function pay(definition, person, day, by = 'quota') {
  const { make_up = {} } = definition.checkin;
  const { missed, left } = standing(definition, person.days, dayAt(definition.zone, now()));
  if (!missed.includes(day)) refuse('day_invalid');
  if (by === 'invite' || (by === 'points' && make_up.cost === undefined) || (by === 'quota' && left === 0))
    refuse('make_up_exhausted');
  if (by === 'points' && pointsOf(person).balance < make_up.cost) refuse('points_short');
  if (by === 'points') addPoints(person, -make_up.cost, 'make_up', day);
  return by;
}
const checkInFields = {
  day: text(64),
  pay: (way) => ['quota', 'points', 'invite'].includes(way),
  channel: text(64),
  text: text(2000),
};
const checkIn = keyed('checkin', checkInFields, [], (activity, person, { day, pay: way, channel }) => {
  const { definition } = activity;
  const plan = definition.checkin ?? refuse('not_found');
  const today = dayAt(definition.zone, now());
  if (!person.days.some((one) => one.day === (day ?? today))) {
    const paid = day === undefined ? null : pay(definition, person, day, way);
    const factor =
      day === undefined ? (plan.multipliers?.find((one) => one.channel === channel)?.factor ?? 1) : 1;
    const points = plan.points * factor;
    person.days.push({ day: day ?? today, kind: paid ? 'make_up' : 'on_time', points, factor, paid });
    person.days.sort((a, b) => (a.day < b.day ? -1 : 1));
    addPoints(person, points, 'checkin', day ?? today);
    const { lap_day } = standing(definition, person.days, today);
    const milestone = plan.milestones?.find((one) => one.day === lap_day);
    if (milestone) addPoints(person, milestone.points ?? 0, 'milestone', String(lap_day));
    if (!paid) grant(activity, person, 'checked_in', today);
    person.revision++;
  }
  return { sections: sectionsOf(activity, person) };
});

function guest(call) {
  const activity = find(call);
  const { secret } = parse(call.body(), { secret: text(128) });
  const caller = identify(call, activity);
  const known = activity.participants.get(activity.secrets.get(secret));
  if (caller?.kind === 'member') {
    const member = see(activity, caller);
    const linked = known !== undefined && !known.linked;
    if (linked) merge(activity, known, member);
    return { json: { linked, me: meOf(activity, member) } };
  }
  if ((activity.definition.guests ?? 'none') === 'none') refuse('guest_forbidden');
  const fresh = known ? undefined : randomBytes(24).toString('base64url');
  const id = known?.id ?? `guest_${randomUUID()}`;
  if (fresh) {
    activity.participants.set(id, newPerson(id, 'guest'));
    activity.secrets.set(fresh, id);
  }
  const seconds = Math.floor(now() / 1000);
  const claims = { iss: 'guest', sub: id, aud: `guest:${activity.id}`, iat: seconds, exp: seconds + 3600 };
  const me = meOf(activity, see(activity, { kind: 'guest', id }));
  const token = sign(GUEST_SECRET, claims);
  return { json: { token, expires_at: utc(claims.exp * 1000), secret: fresh, linked: false, me } };
}
/** What both were granted alike counts once; what was used stays used. From now on the guest is the member. */
function merge(activity, from, member) {
  for (const [name, one] of from.grants) member.grants.set(name, one);
  for (const [name, one] of from.answers) if (!member.answers.has(name)) member.answers.set(name, one);
  for (const one of from.days) if (!member.days.some(({ day }) => day === one.day)) member.days.push(one);
  member.days.sort((a, b) => (a.day < b.day ? -1 : 1));
  member.used += from.used;
  member.rewards.unshift(...from.rewards);
  member.points.push(...from.points);
  member.revision += from.revision + 1;
  Object.assign(from, newPerson(from.id, 'guest'), { linked: member.id });
  activity.participants.set(from.id, from);
}

function fact(call) {
  requireKey(call, HOST_KEY);
  const activity = find(call);
  const value = (number) => typeof number === 'number';
  const fields = { id: text(128, 1), participant: text(128, 1), name: text(128, 1), value };
  const { id, participant, name } = parse(call.body(), fields, ['id', 'participant', 'name']);
  const known = activity.facts.get(id);
  if (known) return { json: { id, status: 'duplicate', granted: known } };
  const person = see(activity, {
    id: participant,
    kind: participant.startsWith('guest_') ? 'guest' : 'member',
  });
  const granted = { chances: grant(activity, person, name, id) };
  if (granted.chances) person.revision++;
  activity.facts.set(id, granted);
  return { json: { id, status: 'recorded', granted } };
}

function put(call) {
  requireKey(call, ADMIN_KEY);
  const body = call.body();
  if (body?.id !== call.params[0]) invalid('id');
  const before = activities.get(body.id);
  const match = call.headers['if-match'];
  if (before && match === undefined && call.headers['if-none-match'] === undefined)
    refuse('version_required');
  if (before ? match !== '*' && match !== `"${before.versions.length}"` : match !== undefined)
    refuse('version_mismatch');
  const { schedule } = body;
  if (!(Date.parse(schedule?.start_at) < Date.parse(schedule?.end_at))) invalid('schedule');
  const versions = [...(before?.versions ?? []), body];
  const [participants, secrets, facts, stock] = [new Map(), new Map(), new Map(), new Map()];
  const fresh = {
    id: body.id,
    participants,
    secrets,
    facts,
    stock,
    draws: 0,
    awards: 0,
    given: (prize) => stock.get(prize) ?? 0,
  };
  activities.set(body.id, Object.assign(before ?? fresh, { versions, definition: body }));
  return { json: { id: body.id, version: versions.length }, headers: { ETag: `"${versions.length}"` } };
}

// Public reads -----------------------------------------------------------------------------------------------------
const find = ({ params }) => activities.get(params[0]) ?? refuse('activity_not_found');
const pick = (from, names) =>
  Object.fromEntries(names.flatMap((name) => (from[name] === undefined ? [] : [[name, from[name]]])));
/** An allow-list: what is not named here never leaves. */
function publicOf({ id, title, zone, landing, schedule, guests = 'none', lottery, checkin }, version) {
  const odds = lottery?.publish_odds ? ['weight'] : [];
  const total = lottery?.prizes.reduce((sum, { weight }) => sum + weight, 0);
  return {
    id,
    version,
    title,
    zone,
    landing,
    guests,
    jitter_seconds: 30,
    live_seconds: 20,
    sessions: [],
    nodes: [],
    rules: [],
    schedule: { start_at: utc(schedule.start_at), end_at: utc(schedule.end_at) },
    ...(lottery && {
      lottery: {
        prizes: lottery.prizes.map((prize) => pick(prize, ['id', 'name', 'kind', 'image', 'value', ...odds])),
        ...(lottery.publish_odds && { total_weight: total }),
        ways: lottery.chances
          .filter(({ title }) => title)
          .map((way) => pick(way, ['id', 'title', 'chances', 'url'])),
        codes: false,
      },
    }),
    ...(checkin && {
      checkin: {
        milestones: [],
        multipliers: [],
        content: 'none',
        ...pick(checkin, ['lap_days', 'points', 'milestones', 'multipliers']),
        make_up: { per_lap: 0, ...pick(checkin.make_up ?? {}, ['per_lap', 'cost']) },
      },
    }),
  };
}
function definition({ params, query }) {
  const { versions } = find({ params });
  const wanted = query.get('version');
  const version = wanted === null ? versions.length : Number(wanted);
  const body = versions[version - 1] ?? refuse('not_found');
  return {
    json: publicOf(body, version),
    cache: wanted === null ? 'public, max-age=30' : 'public, max-age=31536000, immutable',
  };
}
function live(call) {
  const {
    definition: { lottery, paused = [], notice },
    versions,
    participants,
    draws,
    awards,
    given,
  } = find(call);
  const labelOf = ({ id, stock }) => ({
    prize: id,
    label: given(id) >= stock ? 'out' : given(id) >= stock * 0.9 ? 'few' : 'plenty',
  });
  const stock = lottery?.prizes.filter((prize) => prize.stock !== undefined).map(labelOf) ?? [];
  const people = [...participants.values()].filter(({ linked }) => !linked).length;
  const counters = { participants: people, draws, awards };
  return {
    json: { version: versions.length, paused, notice, stock, tiers: [], counters, winners: [] },
    cache: 'public, max-age=1',
  };
}
function me(call) {
  const activity = find(call);
  return { json: meOf(activity, see(activity, requireIdentity(call, activity))), cache: 'private, no-cache' };
}
const capabilities = () => ({
  json: {
    protocol: '1',
    server: 'minimal-backend/1',
    features: ['guests', 'facts', 'lottery', 'checkin', 'admin'],
    limits: { body_bytes: BODY_BYTES, batch_events: 0, batch_bytes: 0 },
  },
  cache: 'public, max-age=300',
});
function devClock(call) {
  const { now: moment, offset_ms = Date.parse(moment) - Date.now() } = call.body();
  offset = offset_ms;
  return { json: { offset_ms } };
}

// HTTP -------------------------------------------------------------------------------------------------------------
const A = '/v1/activities/([^/]+)';
const routes = [
  ['GET', '/v1', capabilities, '*'],
  ['GET', '/v1/time', () => ({ json: { now: now() } }), '*'],
  ['GET', A, definition, '*'],
  ['GET', `${A}/live`, live, '*'],
  ['GET', `${A}/me`, me],
  ['POST', `${A}/guests`, guest],
  ['POST', `${A}/facts`, fact],
  ['POST', `${A}/draws`, draw],
  ['POST', `${A}/check-ins`, checkIn],
  ['PUT', '/v1/admin/activities/([^/]+)', put],
  ...(DEV ? [['POST', '/v1/dev/clock', devClock]] : []),
].map(([method, path, handler, origin]) => ({ method, path: new RegExp(`^${path}$`), handler, origin }));

async function readBody(request) {
  const parts = [];
  let bytes = 0;
  for await (const part of request) {
    bytes += part.length;
    if (bytes <= BODY_BYTES) parts.push(part);
  }
  if (bytes > BODY_BYTES) refuse('too_large');
  return Buffer.concat(parts).toString();
}
function parseJson(body, type = '') {
  if (body === '') return {};
  if (!/^application\/json\b/.test(type)) refuse('unsupported_media_type');
  try {
    return JSON.parse(body);
  } catch {
    return refuse('malformed');
  }
}
/** Public reads are for all pages; everything else for the activity's own, exactly. */
function corsOf(route, { params, headers }) {
  if (route?.origin === '*')
    return { 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': EXPOSED };
  const isOurs = activities.get(params[0])?.definition.origins?.includes(headers.origin);
  return {
    Vary: 'Origin',
    ...(isOurs && {
      'Access-Control-Allow-Origin': headers.origin,
      'Access-Control-Expose-Headers': EXPOSED,
    }),
  };
}
function preflight(methods) {
  const headers = 'Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match';
  const allow = { 'Access-Control-Allow-Methods': methods, 'Access-Control-Allow-Headers': headers };
  return { status: 204, text: '', headers: { ...allow, 'Access-Control-Max-Age': '7200' } };
}
async function answerOf(request, call, here, route) {
  const methods = here.map(({ method }) => method).join(', ');
  try {
    if (request.method === 'OPTIONS' && here.length) return preflight(methods);
    if (!here.length) refuse('not_found');
    if (!route) refuse('method_not_allowed', {}, { Allow: methods });
    const body = await readBody(request);
    return route.handler({ ...call, body: () => parseJson(body, request.headers['content-type']) });
  } catch (error) {
    const { code, more, headers } = error instanceof Refusal ? error : new Refusal('internal');
    if (code === 'internal') console.error(error);
    const status = STATUS[code] ?? 500;
    const problem = {
      type: `urn:fanfare:problem:${code}`,
      title: code,
      status,
      code,
      retryable: code === 'internal',
      ...more,
    };
    return { status, json: problem, headers: { 'Content-Type': 'application/problem+json', ...headers } };
  }
}
const server = createServer(async (request, response) => {
  const { pathname, searchParams } = new URL(request.url, 'http://backend');
  const here = routes.filter(({ path }) => path.test(pathname));
  const wanted =
    request.method === 'OPTIONS' ? request.headers['access-control-request-method'] : request.method;
  const route = here.find(({ method }) => method === wanted);
  const params = route?.path.exec(pathname).slice(1) ?? [];
  const call = { params, query: searchParams, headers: request.headers };
  const {
    status = 200,
    json,
    text = JSON.stringify(json),
    cache = 'no-store',
    headers,
  } = await answerOf(request, call, here, route);
  const etag = `"${hash(text)}"`;
  const isKnown = cache !== 'no-store' && request.headers['if-none-match'] === etag;
  response.writeHead(isKnown ? 304 : status, {
    'Content-Type': 'application/json',
    'Cache-Control': cache,
    'Request-Id': randomUUID(),
    ...corsOf(route, call),
    ...headers,
    // Stamped last, and only where no cache keeps it.
    ...(cache === 'no-store' ? { 'Fanfare-Time': String(now()) } : { ETag: etag }),
  });
  response.end(isKnown ? undefined : text);
});
server.listen(Number(PORT), () => console.log(`http://127.0.0.1:${server.address().port}`));
