// The statements of a draw as the server sends them, sent again with nothing in between.
import { randomUUID } from 'node:crypto';
import { pg, signToken } from './server.mjs';

/** The statements of one draw that wins nothing, with their values. */
export async function recordDraw(app) {
  const token = await signToken('p1');
  const script = [];
  const query = pg.Client.prototype.query;
  let isOn = false;
  pg.Client.prototype.query = function (...parameters) {
    const [first, values] = parameters;
    if (isOn && typeof first === 'string') script.push({ text: first, values: values ?? [] });
    else if (isOn && first?.text) script.push({ text: first.text, values: first.values ?? values ?? [] });
    return query.apply(this, parameters);
  };
  const once = async (key) => {
    const response = await app.fetch(
      new Request('http://bench/v1/activities/plain/draws', {
        method: 'POST',
        headers: {
          Authorization: `Bearer ${token}`,
          'Idempotency-Key': key,
          'Content-Type': 'application/json',
        },
        body: '{"client_seed":"seed"}',
      }),
    );
    return (await response.json()).draw;
  };
  await once('warm');
  for (let n = 0; ; n++) {
    script.length = 0;
    isOn = true;
    const draw = await once(`recorded-${n}`);
    isOn = false;
    if (draw.outcome === 'won') continue;
    pg.Client.prototype.query = query;
    return script.map(({ text, values }) => ({ text, values, fill: filler(values, draw) }));
  }
}

/** Makes the values of a recorded statement somebody else's. */
function filler(values, draw) {
  const recorded = JSON.stringify(values);
  return (/** @type {string} */ person, /** @type {string} */ id) =>
    JSON.parse(
      recorded
        .replaceAll(draw.id, id)
        .replaceAll(draw.receipt, `R-${person}`)
        .replaceAll('"p1"', `"${person}"`)
        .replaceAll('\\"p1\\"', `\\"${person}\\"`)
        .replaceAll(/recorded-\d+/g, `key-${person}`),
    ).map((value, at) => (typeof values[at] === 'number' ? values[at] : value));
}

/** Sends the recorded statements over clients of its own, prepared, nothing between them. */
export function bareDrawer(clients, script) {
  let turn = 0;
  return {
    async flood(/** @type {number} */ ms) {
      const until = performance.now() + ms;
      let count = 0;
      const started = performance.now();
      await Promise.all(
        clients.map(async (client) => {
          while (performance.now() < until) {
            const person = `bare${++turn}`;
            const id = randomUUID();
            for (const [at, { text, values, fill }] of script.entries())
              await (values.length
                ? client.query({ name: `s${at}`, text, values: fill(person, id) })
                : client.query(text));
            count++;
          }
        }),
      );
      return { count, rate: (count / (performance.now() - started)) * 1000 };
    },
  };
}
