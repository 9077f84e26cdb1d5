// A day of an activity with many people, through a real backend over HTTP: `node scripts/simulate-day.mjs --people 1000`.
// The same seed is the same day. In the end the report is set beside what the people did. DATABASE_URL or --data say
// where it is stored (else in memory); with --serve the backend stays, with the report page. Needs the built packages.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createApp, seedDefinition } from '@fanfare/server';
import { memoryStore } from '@fanfare/server/memory';
import { serve } from '@fanfare/server/node';
import { postgresStore } from '@fanfare/server/postgres';
import { compare, expectDay } from './simulate/expected.mjs';
import { connect } from './simulate/http.mjs';
import { createPerson } from './simulate/person.mjs';
import { act, sendEvents } from './simulate/send-visit.mjs';

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '2027' },
    width: { type: 'string', default: '24' },
    data: { type: 'string' },
    port: { type: 'string', default: '0' },
    /** Share of the people who also draw, claim, check in, invite and order for real; all are tracked. */
    calls: { type: 'string', default: '1' },
    /** Goes on at this hour, after a run that was cut off: what is sent again counts once. */
    hour: { type: 'string', default: '0' },
    serve: { type: 'boolean', default: false },
    /** Only looks at a day that is stored already. */
    again: { type: 'boolean', default: false },
  },
});
const [people, seed, width] = [Number(values.people), Number(values.seed), Number(values.width)];
const root = resolve(import.meta.dirname, '..');
const definition = JSON.parse(readFileSync(join(root, 'examples/new-year/activity.json'), 'utf8'));
const midnight = Date.parse(definition.schedule.start_at);
const [DAY_MS, MINUTE_MS] = [86_400_000, 60_000];

/** Known to everybody: for loopback only. */
const secret = 'simulated-participant-key-0123456789abcdef';
const [hostKey, adminKey, trackKey] = [
  'simulated-host-key-0123456789',
  'simulated-admin-key-0123456789',
  'pk_simulated',
];

let now = midnight;
const source = process.env.DATABASE_URL ?? values.data;
const store = source ? postgresStore(source) : memoryStore();
await store.ready();
await seedDefinition(store, definition, { clock: () => now });
const app = createApp({
  store,
  keys: {
    participant: [{ alg: 'HS256', secret }],
    guest: 'simulated-guest-key-0123456789abcdefghijkl',
    host: [{ key: hostKey }],
    admin: [{ key: adminKey }],
  },
  trackKeys: [{ key: trackKey, project: definition.project }],
  clock: () => now,
});
const server = await serve(app, { port: Number(values.port), host: '127.0.0.1' });
const { send, close } = connect(server.url, width);
const backend = { send, activity: definition.id, project: definition.project, trackKey, hostKey, secret };

/**
 * What happens in each minute of the day. The clock stands at the minute's end until all of it is done, so that every
 * event has exactly the time that it was given, however busy the machine is.
 *
 * @typedef {{ person: import('./simulate/person.mjs').Person, visit: import('./simulate/person.mjs').Visit }} Act
 * @typedef {{ acts: Act[], batches: Act[] }} Minute
 */
function planMinutes() {
  /** @type {Minute[]} */
  const minutes = Array.from({ length: 1440 }, () => ({ acts: [], batches: [] }));
  const at = (/** @type {number} */ ms) => /** @type {Minute} */ (minutes[Math.floor(ms / MINUTE_MS)]);
  for (let number = 0; number < people; number++) {
    const person = createPerson(seed, number);
    for (const visit of person.visits) {
      if (number % 100 < Number(values.calls) * 100) at(visit.at).acts.push({ person, visit });
      if (person.isTracked) at(visit.until).batches.push({ person, visit });
    }
  }
  return minutes;
}

async function run() {
  const sums = { accepted: 0, duplicate: 0, rejected: 0, batches: 0 };
  /** @type {string[]} */
  const codes = [];
  const started = performance.now();
  const seconds = () => Math.round((performance.now() - started) / 1000);
  for (const [minute, { acts, batches }] of planMinutes().entries()) {
    if (minute < Number(values.hour) * 60) continue;
    now = midnight + (minute + 1) * MINUTE_MS - 1;
    const todo = [
      ...acts.map(
        ({ person, visit }) =>
          () =>
            act(backend, person, visit, { now, codes }),
      ),
      ...batches.map(({ person, visit }) => async () => {
        const told = await sendEvents(backend, person, visit, { midnight, now });
        for (const name of /** @type {const} */ (['accepted', 'duplicate', 'rejected']))
          sums[name] += told[name];
        sums.batches++;
      }),
    ];
    const worker = async () => {
      for (let next = todo.pop(); next; next = todo.pop()) await next();
    };
    await Promise.all(Array.from({ length: width }, worker));
    if (minute % 60 === 59) console.log(`${(minute + 1) / 60}:00  ${sums.accepted} events, ${seconds()} s`);
  }
  console.log({ ...sums, seconds: seconds(), events_per_second: Math.round(sums.accepted / seconds()) });
}

async function look() {
  now = Math.max(now, midnight + DAY_MS - 1);
  const expected = expectDay(seed, people);
  let wrong = 0;
  for (const touch of ['last', 'first'])
    for (;;) {
      const started = performance.now();
      const answer = await send('GET', `/v1/admin/activities/${definition.id}/reports?touch=${touch}`, {
        headers: { Authorization: `Bearer ${adminKey}` },
      });
      const report = answer.json();
      console.log(
        `report by ${touch} touch: ${answer.status} in ${Math.round(performance.now() - started)} ms`,
      );
      if (!report.is_complete) continue;
      const differences = compare(expected, report, definition.schedule.start_at);
      wrong += differences.length;
      for (const line of differences.slice(0, 20)) console.log(`  ${line}`);
      if (touch === 'last')
        console.table(
          report.steps.map((/** @type {any} */ one) => ({
            step: one.id,
            people: one.people,
            events: one.events,
            rate: one.rate,
            low: one.low?.symptom,
          })),
        );
      break;
    }
  console.log(wrong === 0 ? 'The report says what the people did.' : `${wrong} numbers differ.`);
  if (wrong) process.exitCode = 1;
}

if (!values.again) await run();
await look();
if (values.serve) console.log(`${server.url}/v1/admin/reports?activity=${definition.id}  key: ${adminKey}`);
else {
  close();
  await server.stop();
  await store.close();
}
