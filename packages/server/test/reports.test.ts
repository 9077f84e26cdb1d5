// The report of an activity over HTTP: what the funnel says, by channel and half-day, with targets and costs, and as CSV.
import { contracts, type DefinitionInput, problem, type Report } from '@fanfare/protocol';
import { describe, expect, it } from 'vitest';
import { toCsv } from '../src/reports/csv.js';
import { createBackend, keys, LIVE, plain } from './backend.js';

const trackKeys = [{ key: 'pk_test', project: 'demo' }];
const token = keys.admin[0]!.key;
const at = (time: string) => Date.parse(`${time}+08:00`);
const title = (text: string) => ({ '*': text });

const measured = {
  ...plain,
  report: {
    steps: [
      { id: 'page', title: title('Page'), kind: 'scan', event: 'page.opened', usual: 0.5 },
      { id: 'seen', title: title('Seen'), kind: 'view', event: 'lottery.shown', usual: 0.5 },
      { id: 'tapped', title: title('Tapped'), kind: 'click', event: 'lottery.tapped', usual: 0.5 },
      { id: 'drawn', title: title('Drawn'), kind: 'draw', record: 'drawn', usual: 0.5 },
      { id: 'ordered', title: title('Ordered'), kind: 'convert', fact: 'ordered', usual: 0.5 },
    ],
    channels: [
      { id: 'sms', title: title('SMS'), reach: 20, cost: 4000 },
      { id: 'poster', title: title('Poster'), cost: 600 },
    ],
    fixed_cost: 1000,
    targets: [
      { step: 'page', people: 10 },
      { step: 'tapped', people: 4, channel: 'sms' },
    ],
  },
} satisfies DefinitionInput;

interface Visit {
  visitor: string;
  /** Time in the activity's zone. */
  at?: string;
  channel?: string;
  first?: string;
  participant?: string;
}

async function open(definition: DefinitionInput = measured) {
  const backend = await createBackend([definition], { trackKeys });
  let number = 0;
  /** A page of somebody that does some things; answers the events, to be sent again. */
  const visit = async (names: string[], { visitor, at: time, channel, first, participant }: Visit) => {
    const when = new Date(time ? at(time) : LIVE - 60_000).toISOString();
    const events = names.map((name) => ({
      id: `e${++number}`,
      name,
      created_at: when,
      pid: visitor,
      seq: number,
    }));
    const context = { activity: 'plain', visitor, channel, channel_first: first, participant };
    const body = {
      key: 'pk_test',
      batch_id: 'b',
      sent_at: new Date(backend.clock.now).toISOString(),
      context,
      events,
    };
    const send = () => backend.post('/v1/events', { body, headers: { 'Content-Type': 'text/plain' } });
    expect((await send()).status).toBe(200);
    return send;
  };
  const get = (query = '') => backend.get(`/v1/admin/activities/plain/reports${query}`, { token });
  return {
    ...backend,
    visit,
    answer: get,
    report: async (query = ''): Promise<Report> => {
      const response = await get(query);
      expect(response.status).toBe(200);
      const json = await response.json();
      expect(contracts['admin.reports.get'].output.parse(json)).toEqual(json);
      return json;
    },
    csv: async (query: string) => (await get(`?format=csv&${query}`)).text(),
  };
}

const counts = ({ steps }: Pick<Report, 'steps'> | Report['channels'][number]) =>
  Object.fromEntries(steps.map(({ id, people, events }) => [id, [people, events]]));

describe('the funnel', () => {
  it('counts people and events of every step, with rates, what is low and why', async () => {
    const { visit, report, draw, member, fact } = await open();
    const all = ['page.opened', 'lottery.shown', 'lottery.tapped'];
    await visit(all, { visitor: 'v1', channel: 'sms', participant: 'ann' });
    await visit(['lottery.tapped'], { visitor: 'v1', channel: 'sms' });
    for (const visitor of ['v2', 'v3', 'v4']) await visit(all.slice(0, 2), { visitor, channel: 'sms' });
    await visit(all.slice(0, 1), { visitor: 'v5' });
    await draw(await member('ann'), 'k1');
    await fact({ id: 'o1', participant: 'ann', name: 'ordered', value: 9900 });
    await fact({ id: 'o2', participant: 'ann', name: 'ordered', value: 100 });
    await fact({ id: 'o2', participant: 'ann', name: 'ordered', value: 100 });
    const found = await report();
    expect(counts(found)).toEqual({
      page: [5, 5],
      seen: [4, 4],
      tapped: [1, 2],
      drawn: [1, 1],
      ordered: [1, 2],
    });
    expect(found.people).toBe(5);
    // Four of the twenty whom the text message reached opened the page.
    expect(found.steps.map(({ rate }) => rate)).toEqual([0.2, 0.8, 0.25, 1, 1]);
    expect(found.steps.map(({ share }) => share)).toEqual([1, 0.8, 0.2, 0.2, 0.2]);
    expect(found.steps.map(({ is_low }) => is_low)).toEqual([true, false, true, false, false]);
    expect(found.steps[4]!.value).toBe(10_000);
    expect(found.worst).toMatchObject({ step: 'page', symptom: 'low_scan', lost: 16 });
    for (const { low, is_low } of found.steps) expect(low !== null).toBe(is_low);
    for (const { text } of found.worst!.causes) {
      expect(text['zh-CN']).toMatch(/\p{Script=Han}/u);
      expect(text.en).toMatch(/^[A-Z]/);
    }
    expect(found.records).toContainEqual({ record: 'drawn', people: 1, events: 1 });
    expect(found).toMatchObject({ touch: 'last', is_complete: true, zone: 'Asia/Shanghai' });
    expect(found.recent.reduce((sum, { events }) => sum + events, 0)).toBe(11);
  });

  it('of an activity in which nothing happened has zeros and no rates', async () => {
    const { report } = await open();
    const found = await report();
    expect(found).toMatchObject({ people: 0, half_days: [] });
    expect(found.steps.map(({ people }) => people)).toEqual([0, 0, 0, 0, 0]);
    expect(found.steps.slice(1).map(({ rate }) => rate)).toEqual([null, null, null, null]);
    expect(found.channels.map(({ id, cost_per_person }) => [id, cost_per_person])).toEqual([
      ['poster', null],
      ['sms', null],
    ]);
    expect(found.costs).toMatchObject({ total: 5600, per_person: null, per_goal: null });
    const bare = await (await open(plain)).report();
    expect(bare.steps.map(({ id }) => id)).toEqual(['page', 'seen', 'tapped', 'drawn', 'claimed']);
    expect(bare.worst).toBeNull();
  });

  it('counts an event that is sent again, or comes late, once', async () => {
    const { visit, report } = await open();
    const again = await visit(['page.opened'], { visitor: 'v1', at: '2027-01-02T13:00:00' });
    const before = await report();
    expect((await (await again()).json()).results[0].status).toBe('duplicate');
    await visit(['page.opened'], { visitor: 'v1', at: '2027-01-02T11:00:00' });
    const after = await report();
    expect(counts(before)).toMatchObject({ page: [1, 1] });
    expect(counts(after)).toMatchObject({ page: [1, 2] });
    expect(after.half_days.map(({ people }) => people)).toEqual([1, 0]);
  });
});

describe('half-days', () => {
  it('end at noon and midnight of the zone, to the millisecond', async () => {
    const { visit, report } = await open();
    const times = ['01T11:59:59.999', '01T12:00:00.000', '01T23:59:59.999', '02T00:00:00.000'];
    for (const time of times) await visit(['page.opened'], { visitor: time, at: `2027-01-${time}` });
    const { half_days } = await report();
    expect(half_days.map(({ from, people }) => [from, people])).toEqual([
      ['2026-12-31T16:00:00.000Z', 1],
      ['2027-01-01T04:00:00.000Z', 2],
      ['2027-01-01T16:00:00.000Z', 1],
      ['2027-01-02T04:00:00.000Z', 0],
    ]);
    const window = await report('?from=2027-01-01T12:00:00%2B08:00&to=2027-01-02T00:00:00%2B08:00');
    expect([window.people, window.half_days.length]).toEqual([2, 1]);
  });
});

describe('channels', () => {
  it('are those of the first visit or of the last, unknown ones beside the known', async () => {
    const { visit, report } = await open();
    await visit(['page.opened'], { visitor: 'v1', channel: 'sms', first: 'sms' });
    await visit(['page.opened', 'lottery.shown'], { visitor: 'v2', channel: 'smss', first: 'poster' });
    await visit(['page.opened'], { visitor: 'v3' });
    const last = await report('?touch=last');
    expect(last.channels.map(({ id, is_known, people }) => [id, is_known, people])).toEqual([
      [null, false, 1],
      ['sms', true, 1],
      ['smss', false, 1],
      ['poster', true, 0],
    ]);
    const first = await report('?touch=first');
    expect(first.channels.map(({ id, people }) => [id, people])).toEqual([
      [null, 1],
      ['poster', 1],
      ['sms', 1],
    ]);
    expect(first.channels[1]).toMatchObject({ cost: 600, cost_per_person: 600, reach: null });
    expect(last.channels[1]).toMatchObject({
      cost: 4000,
      cost_per_person: 4000,
      cost_per_goal: null,
      reach: 20,
    });
    expect(last.channels[1]!.steps[0]!.rate).toBe(0.05);
  });

  it('that somebody made up are listed up to fifty, the rest in one row', async () => {
    const { visit, report } = await open();
    for (let n = 0; n < 53; n++) await visit(['page.opened'], { visitor: `v${n}`, channel: `made-up-${n}` });
    const { channels, people } = await report();
    expect(channels).toHaveLength(53);
    expect(channels.at(-1)).toMatchObject({ id: '', people: 3 });
    expect(channels.reduce((sum, one) => sum + one.people, 0)).toBe(people);
  });
});

describe('targets and costs', () => {
  it('stand beside what came', async () => {
    const { visit, report, draw, member } = await open();
    for (const visitor of ['v1', 'v2'])
      await visit(['page.opened', 'lottery.tapped'], { visitor, channel: 'sms' });
    await visit(['page.opened'], { visitor: 'v3' });
    for (const key of ['a', 'b', 'c']) await draw(await member('ann'), key);
    const { targets, costs, elapsed } = await report();
    expect(elapsed).toBeCloseTo(44 / 168, 5);
    expect(targets).toEqual([
      { step: 'page', channel: null, target: 10, actual: 3, share: 0.3, is_on_pace: true },
      { step: 'tapped', channel: 'sms', target: 4, actual: 2, share: 0.5, is_on_pace: true },
    ]);
    expect(costs).toMatchObject({ channels: 4600, fixed: 1000, per_person: 1866.67, total: 5600 });
  });

  it('count rewards by the ledger', async () => {
    const prizes = plain.lottery.prizes.map((prize) => ({
      ...prize,
      weight: prize.id === 'cup' ? 1 : 0,
      cost: 700,
    }));
    const { report, draw, member } = await open({ ...measured, lottery: { ...plain.lottery, prizes } });
    await draw(await member('ann'), 'a');
    expect((await report()).costs).toMatchObject({ reserved: 700, issued: 0, total: 6300 });
  });
});

describe('who may ask', () => {
  it.each([
    ['', 401],
    ['wrong-key-0123456789', 401],
    [keys.host[0]!.key, 401],
  ])('not the key %j', async (token, status) => {
    const { get } = await open();
    expect((await get('/v1/admin/activities/plain/reports', { token })).status).toBe(status);
  });

  it.each([
    ['?touch=middle', '/touch'],
    ['?from=today', '/from'],
    ['?from=2028-01-01T00:00:00Z', '/from'],
    ['?from=2020-01-01T00:00:00Z', '/from'],
    ['?format=xml', '/format'],
    ['?format=csv&table=secrets', '/table'],
    ['?format=csv&table=__proto__', '/table'],
    ['?lang=xx', '/lang'],
  ])('%s is refused by name', async (query, pointer) => {
    const { answer } = await open();
    const response = await answer(query);
    expect(response.status).toBe(422);
    expect(problem.parse(await response.json()).errors![0]!.pointer).toBe(pointer);
  });

  it('an activity that is not there answers so', async () => {
    const { get } = await open();
    expect((await get('/v1/admin/activities/nothing/reports', { token })).status).toBe(404);
  });
});

describe('CSV', () => {
  it('is RFC 4180 with a byte order mark, and no cell is a formula', () => {
    const hostile = [
      '=1+1',
      '+1',
      '-1',
      '@SUM(A1)',
      '\t=1',
      ' =1',
      '＝1',
      'a,b',
      'say "hi"',
      'two\r\nlines',
      '\0=1',
    ];
    expect(toCsv([['a', 'b'], [1, -2.5], [null, true], hostile])).toBe(
      '\ufeffa,b\r\n1,-2.5\r\n,true\r\n' +
        `'=1+1,'+1,'-1,'@SUM(A1),'\t=1,' =1,'＝1,"a,b","say ""hi""","two\r\nlines",'=1\r\n`,
    );
  });

  it('is handed out as a file; hostile channels do nothing', async () => {
    const { visit, csv, answer } = await open();
    await visit(['page.opened'], { visitor: 'v1', channel: '=HYPERLINK("https://x.example","y")' });
    const response = await answer('?format=csv&table=channels');
    expect(response.headers.get('Content-Type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('Content-Disposition')).toBe('attachment; filename="plain-channels.csv"');
    expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(await csv('table=channels')).toContain(`\r\n"'=HYPERLINK(""https://x.example"",""y"")",,false,`);
    const steps = await csv('table=steps&lang=zh-CN');
    expect(steps.split('\r\n')).toHaveLength(7);
    expect(steps).toMatch(/^step,title,.*\r\npage,Page,scan,event,page\.opened,1,1,/m);
    for (const table of ['half_days', 'targets', 'costs', 'records'])
      expect((await csv(`table=${table}`)).split('\r\n').length).toBeGreaterThan(2);
  });
});

describe('a definition', () => {
  it.each([
    [{ targets: [{ step: 'nothing', people: 1 }] }, '/report/targets/0/step'],
    [{ channels: [{ id: 'a' }, { id: 'a' }] }, '/report/channels/1/id'],
    [{ steps: [measured.report.steps[0], measured.report.steps[0]], targets: [] }, '/report/steps/1/id'],
    [{ channels: [{ id: 'a', budget: 1 }] }, '/report/channels/0/budget'],
  ])('%j is refused by name', async (change, pointer) => {
    const { send } = await open();
    const response = await send('PUT', '/v1/admin/activities/plain', {
      token,
      headers: { 'If-Match': '"1"' },
      body: { ...measured, report: { ...measured.report, ...change } },
    });
    expect(response.status).toBe(422);
    expect(problem.parse(await response.json()).errors!.map(({ pointer }) => pointer)).toEqual([pointer]);
  });
});

describe('a conversion', () => {
  it.each([{ value: 13800138000 }, { id: '13800138000' }, { name: '+86 138-0013-8000' }])(
    'with a phone number in %j is refused, and nothing of it is kept',
    async (change) => {
      const { fact, report } = await open();
      const response = await fact({ id: 'o1', participant: 'ann', name: 'ordered', ...change });
      expect(response.status).toBe(422);
      const { errors } = problem.parse(await response.json());
      expect(errors![0]!.detail).toContain('no phone number');
      expect(counts(await report()).ordered).toEqual([0, 0]);
    },
  );
});
