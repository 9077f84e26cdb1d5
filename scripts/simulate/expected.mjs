// What the report must say of a simulated day, counted from the people themselves.
import { createPerson } from './person.mjs';

const HALF_MS = 43_200_000;

/**
 * People, events, and people by channel (first touch and last) and by half-day, of every event's name; `''` is everybody.
 *
 * @typedef {{ people: number, events: number, first: Record<string, number>, last: Record<string, number>, halves: [number, number] }} Expected
 */

/**
 * @param {number} seed
 * @param {number} people
 * @returns {Map<string, Expected>}
 */
export function expectDay(seed, people) {
  /** @type {Map<string, Expected>} */
  const days = new Map();
  const of = (/** @type {string} */ name) => {
    const found = days.get(name) ?? { people: 0, events: 0, first: {}, last: {}, halves: [0, 0] };
    days.set(name, found);
    return found;
  };
  for (let number = 0; number < people; number++) {
    const person = createPerson(seed, number);
    if (!person.isTracked) continue;
    /** @type {Map<string, { at: number, channel: string }>} */
    const firsts = new Map();
    for (const { channel = '', events } of person.visits)
      for (const { name, at, invalid } of events) {
        if (invalid) continue;
        of(name).events++;
        for (const counted of ['', name])
          if (!(at >= (firsts.get(counted)?.at ?? Number.POSITIVE_INFINITY)))
            firsts.set(counted, { at, channel });
      }
    for (const [name, { at, channel }] of firsts) {
      const sum = of(name);
      const first = person.first ?? channel;
      sum.people++;
      sum.first[first] = (sum.first[first] ?? 0) + 1;
      sum.last[channel] = (sum.last[channel] ?? 0) + 1;
      sum.halves[at < HALF_MS ? 0 : 1]++;
    }
  }
  return days;
}

/**
 * Sets a report beside it; answers what differs, in words.
 *
 * @param {Map<string, Expected>} expected
 * @param {any} report
 * @param {string} firstDay Start of the day, as the report writes it.
 */
export function compare(expected, report, firstDay) {
  /** @type {string[]} */
  const wrong = [];
  const check = (/** @type {string} */ what, /** @type {number} */ told, /** @type {number} */ meant) => {
    if (told !== meant) wrong.push(`${what}: ${told} instead of ${meant}`);
  };
  check('everybody', report.people, expected.get('')?.people ?? 0);
  const day = report.half_days.findIndex(
    (/** @type {any} */ one) => Date.parse(one.from) === Date.parse(firstDay),
  );
  for (const [at, step] of report.steps.entries()) {
    if (step.source !== 'event') continue;
    const own = expected.get(step.name) ?? { people: 0, events: 0, first: {}, last: {}, halves: [0, 0] };
    check(`${step.id}, people`, step.people, own.people);
    check(`${step.id}, events`, step.events, own.events);
    for (const channel of report.channels)
      check(
        `${step.id}, ${report.touch} touch ${channel.id}`,
        channel.steps[at].people,
        /** @type {Record<string, number>} */ (own[/** @type {'first' | 'last'} */ (report.touch)])[
          channel.id ?? ''
        ] ?? 0,
      );
    for (const half of [0, 1])
      check(
        `${step.id}, half-day ${half}`,
        report.half_days[day + half]?.steps[at].people ?? 0,
        own.halves[half] ?? 0,
      );
  }
  return wrong;
}
