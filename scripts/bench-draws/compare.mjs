// What is compared, in turns.
import { bareDrawer, recordDraw } from './bare.mjs';
import { flood, median, ratio, say, warmUp } from './measure.mjs';
import { addPeople, fill } from './people.mjs';
import { cpu, cpuSince } from './postgres.mjs';
import { pg } from './server.mjs';
import { CALLERS, CONNECTIONS, MS, ROUNDS, STORED } from './settings.mjs';

export async function compareDraws(url, sql, fanfare, app, draw) {
  const script = await recordDraw(app);
  const statements = script.length;
  await addPeople(sql, fanfare, 'plain', 'bare', 300_000, 10);
  await sql.query('vacuum analyze fanfare.participants, fanfare.chances');
  const clients = await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      return client;
    }),
  );
  const bare = bareDrawer(clients, script);
  await warmUp(() => draw('plain'));
  await bare.flood(1500);
  const rates = { server: [], bare: [] };
  const times = [];
  const spent = { server: [], bare: [] };
  for (let round = 0; round < ROUNDS; round++) {
    let before = cpu();
    const served = await flood(() => draw('plain'), MS);
    spent.server.push(cpuSince(before, served.times.length));
    rates.server.push(served.rate);
    times.push(...served.times);
    before = cpu();
    const { rate, count } = await bare.flood(MS);
    spent.bare.push(cpuSince(before, count));
    rates.bare.push(rate);
  }
  for (const client of clients) await client.end();
  times.sort((a, b) => a - b);
  const at = (/** @type {number} */ share) => times[Math.floor(times.length * share)];
  say(`draws, ${statements} statements, ${CONNECTIONS} connections`, rates.server, 'draws/s');
  say('the same statements, bare', rates.bare, 'draws/s');
  for (const [name, list] of Object.entries(spent))
    console.log(
      `processor time of a draw, ${name}: node ${median(list.map(({ node }) => node)).toFixed(2)} ms, postgres ${median(list.map(({ postgres }) => postgres)).toFixed(2)} ms`,
    );
  ratio('draws to bare statements', median(rates.server) / median(rates.bare), '>= 0.5');
  console.log(`at ${CALLERS} callers: median ${at(0.5).toFixed(1)} ms, p99 ${at(0.99).toFixed(1)} ms`);
  ratio('p99 to median', at(0.99) / at(0.5), '< 10');
}

export async function compareHot(draw) {
  const rates = { hot: [], spread: [] };
  for (let round = 0; round <= ROUNDS; round++)
    for (const name of ['hot', 'spread']) {
      const { rate } = await flood(() => draw(name), round ? MS : 1000);
      if (round) rates[name].push(rate);
    }
  say('every draw wins the one prize', rates.hot, 'draws/s');
  say('every draw wins one of eight', rates.spread, 'draws/s');
  ratio('hot to spread', median(rates.hot) / median(rates.spread), '>= 0.7');
}

export async function compareStored(sql, fanfare, draw) {
  await sql.query(
    `truncate fanfare.draws, fanfare.draw_days, fanfare.nonces, fanfare.rewards, fanfare.saved_answers,
       fanfare.unsealed_draws, fanfare.sealed_draws, fanfare.transfers`,
  );
  const measure = async (/** @type {number} */ count, /** @type {string} */ prefix) => {
    await fill(sql, fanfare, count, prefix);
    await flood(() => draw('plain'), 1500);
    const rates = [];
    const spent = [];
    for (let round = 0; round < ROUNDS; round++) {
      const before = cpu();
      const { rate, times } = await flood(() => draw('plain'), MS);
      const { node, postgres } = cpuSince(before, times.length);
      spent.push(node + postgres);
      rates.push(rate);
    }
    say(`with ${count} stored draws`, rates, 'draws/s');
    console.log(`processor time of a draw: ${median(spent).toFixed(2)} ms`);
    return { rate: median(rates), spent: median(spent) };
  };
  const few = await measure(1000, 'few');
  const many = await measure(STORED, 'many');
  ratio('time of a draw, many to few', few.rate / many.rate, '<= 1.2');
  ratio('processor time of a draw, many to few', many.spent / few.spent, '<= 1.2');
}
