// Activities, people, and draws of the past.
import { PEOPLE } from './settings.mjs';

/** Every draw wins in `hot` and `spread`: one prize, or eight. */
export function activityOf(/** @type {string} */ id) {
  const prize = (/** @type {string} */ name, /** @type {number} */ weight, /** @type {number} */ stock) => ({
    ...{ id: name, name: { '*': name }, kind: 'goods', weight, stock, form: 'address', cost: 100 },
  });
  const nothing = (/** @type {number} */ weight) => ({
    id: 'luck',
    name: { '*': 'Luck' },
    kind: 'none',
    weight,
  });
  const prizes = {
    plain: [
      prize('cup', 5, 50_000_000),
      prize('phone', 1, 50_000_000),
      prize('tea', 14, 50_000_000),
      nothing(80),
    ],
    hot: [prize('cup', 1, 50_000_000), nothing(0)],
    spread: [...'abcdefgh'].map((name) => prize(name, 1, 50_000_000)).concat(nothing(0)),
  }[id];
  return {
    id,
    project: 'bench',
    title: { '*': 'Bench' },
    zone: 'Asia/Shanghai',
    landing: 'https://bench.example/',
    schedule: { start_at: '2020-01-01T00:00:00Z', end_at: '2099-01-01T00:00:00Z' },
    lottery: { prizes, chances: [{ id: 'joined', fact: 'joined', chances: 3 }] },
  };
}

/** People that were seen today and have chances. */
export async function addPeople(sql, fanfare, activity, prefix, count, chances) {
  const day = fanfare.dayKeyAt('Asia/Shanghai', Date.now());
  await sql.query(
    `insert into fanfare.participants (activity, id, kind, invite_code, seen_day, seen_version, revisions, joined_at)
     select $1, $2 || n, 'member', $2 || n, $3, 1, '{"chances":1}', 0 from generate_series(1, $4::int) n`,
    [activity, prefix, day, count],
  );
  await sql.query(
    `insert into fanfare.chances select $1, $2 || n, $3, 0 from generate_series(1, $4::int) n`,
    [activity, prefix, chances, count],
  );
}

/** People come in crowds of 200, each four times, as those who have just opened the page do. */
export function drawer(app, tokens) {
  let turn = 0;
  return async (/** @type {string} */ activity) => {
    const mine = ++turn;
    const person = 200 * Math.floor(mine / 800) + (mine % 200);
    const response = await app.fetch(
      new Request(`http://bench/v1/activities/${activity}/draws`, {
        method: 'POST',
        headers: {
          Authorization: `Bearer ${tokens[person % PEOPLE]}`,
          'Idempotency-Key': `key-${mine}`,
          'Content-Type': 'application/json',
        },
        body: `{"client_seed":"seed-${mine}"}`,
      }),
    );
    const text = await response.text();
    if (response.status !== 200) throw new Error(`${response.status} ${text}`);
  };
}

/** Draws of the past, five a person, with all that a draw leaves. */
export async function fill(sql, fanfare, count, prefix) {
  const people = Math.ceil(count / 5);
  await addPeople(sql, fanfare, 'plain', prefix, people, 10);
  const person = `'${prefix}' || (1 + n % ${people})`;
  const from = `from generate_series(1, ${count}) n`;
  for (const statement of [
    `insert into fanfare.draws (activity, id, participant, version, epoch, nonce, client_seed, participant_hash, picked,
       outcome, prize, reward, receipt, at)
     select 'plain', '${prefix}-' || lpad(n::text, 9, '0'), ${person}, 1, 1, 1 + n / ${people}, 'seed', md5(n::text),
       'luck', 'none', 'luck', null, 'R-${prefix}' || n, n ${from}`,
    `insert into fanfare.nonces select 'plain', '${prefix}' || n, 1, 5 from generate_series(1, ${people}) n`,
    `insert into fanfare.draw_days select 'plain', '${prefix}' || n, '2026-01-01', 5 from generate_series(1, ${people}) n`,
    `insert into fanfare.saved_answers
     select 'plain', ${person}, 'lottery.draw', '${prefix}-' || n, md5(n::text), 200, repeat('{"draw":1}', 50), n ${from}`,
    `insert into fanfare.rewards (activity, id, participant, prize, source, receipt, at, body)
     select 'plain', '${prefix}-' || n, ${person}, 'cup', 'draw', 'R-${prefix}' || n, n,
       '{"id":"x","prize":"cup","name":{"*":"Cup"},"kind":"goods","source":"draw","state":"pending"}'
     ${from} where n % 5 = 0`,
    `insert into fanfare.sealed_draws
     select 'plain', n + coalesce((select max(sequence) from fanfare.sealed_draws), 0), '${prefix}-' || lpad(n::text, 9, '0'), md5(n::text) ${from}`,
    'vacuum analyze',
    'checkpoint',
  ])
    await sql.query(statement);
}
