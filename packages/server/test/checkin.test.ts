// Checking in by the app: one a day, groups, multipliers, milestones, content, comments, sign-in. Days, laps and
// make-ups are told by the stories of days.test.ts.
import { contracts, type DefinitionInput } from '@fanfare/protocol';
import { describe, expect, it } from 'vitest';
import { createBackend, keys, LIVE, plain } from './backend.js';

const DAY = 86_400_000;

const daily = {
  ...plain,
  lottery: {
    ...plain.lottery,
    chances: [
      { id: 'checked', fact: 'checked_in', chances: 1, per_day: 1 },
      { id: 'three', fact: 'checkin.milestone.3', chances: 5 },
    ],
  },
  checkin: {
    lap_days: 7,
    points: 10,
    milestones: [{ day: 3, name: { '*': 'Three' }, points: 30 }],
    make_up: { per_lap: 1, cost: 20, friends: 1 },
    multipliers: [
      { id: 'group', channel: 'group-a', factor: 2, title: { '*': 'Twice in the group' } },
      { id: 'poster', channel: 'poster', factor: 3, title: { '*': 'Thrice by poster' } },
    ],
    groups: [
      { id: 'a', channel: 'group-a', title: { '*': 'Group A' } },
      { id: 'b', channel: 'group-b', title: { '*': 'Group B' } },
    ],
    content: 'text',
  },
} satisfies DefinitionInput;

type Backend = Awaited<ReturnType<typeof createBackend>>;
let keyNumber = 0;

const send = (backend: Backend, token: string, body: object = {}, key = `key-${keyNumber++}`) =>
  backend.post('/v1/activities/plain/check-ins', { token, key, body });
const tap = async (backend: Backend, token: string, body: object = {}) =>
  (await send(backend, token, body)).json();
const balanceOf = async (backend: Backend, token: string) =>
  (await backend.me(token)).sections.points.balance;

describe('one check-in a day', () => {
  it('answers what the contract says, and me says the same', async () => {
    const backend = await createBackend([daily]);
    const token = await backend.member('ming');
    const answer = await tap(backend, token);
    expect(contracts['checkin.create'].output.parse(answer)).toEqual(answer);
    const me = await backend.me(token);
    expect(contracts['participant.get'].output.parse(me)).toEqual(me);
    expect(me.sections).toMatchObject(answer.sections);
    expect(answer.sections.points.history).toEqual([
      {
        id: 'checkin:2027-01-02',
        at: new Date(LIVE).toISOString(),
        change: 10,
        reason: 'checkin',
        subject: '2027-01-02',
      },
    ]);
  });

  it('whatever the keys, tabs and devices: the others see the same state, and earn nothing', async () => {
    const backend = await createBackend([daily]);
    const tokens = await Promise.all([1, 2].map(() => backend.member('ming')));
    const answers = await Promise.all(
      Array.from({ length: 20 }, async (_, at) => send(backend, tokens[at % 2]!)),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    const bodies = await Promise.all(answers.map((answer) => answer.text()));
    expect(JSON.parse(bodies[0]!).sections).toMatchObject({
      checkin: { lap_day: 1 },
      points: { balance: 10 },
    });
    for (const body of bodies.slice(1)) expect(JSON.parse(body).sections.points.balance).toBe(10);
    expect((await backend.me(tokens[0]!)).sections.checkin.days).toHaveLength(1);
  });

  it('repeats the saved answer for its key, also on the next day', async () => {
    const backend = await createBackend([daily]);
    const first = await send(backend, await backend.member('ming'), {}, 'same');
    const text = await first.text();
    backend.clock.now += DAY;
    const token = await backend.member('ming');
    const again = await send(backend, token, {}, 'same');
    expect(again.headers.get('Idempotency-Replayed')).toBe('true');
    expect(await again.text()).toBe(text);
    expect(await balanceOf(backend, token)).toBe(10);
  });

  it('raises the revisions of what changed, and none for a tap that changes nothing', async () => {
    const backend = await createBackend([daily]);
    const token = await backend.member('ming');
    const before = (await backend.me(token)).sections;
    const first = (await tap(backend, token)).sections;
    expect(first.checkin.revision).toBeGreaterThan(before.checkin.revision);
    expect(first.points.revision).toBeGreaterThan(before.points.revision);
    expect(first.chances.revision).toBeGreaterThan(before.chances.revision);
    const second = (await tap(backend, token)).sections;
    expect(second.checkin).toEqual(first.checkin);
    expect(second.points).toEqual(first.points);
  });

  it('shows a new day with a higher revision, so that pages take it', async () => {
    const backend = await createBackend([daily]);
    const before = (await tap(backend, await backend.member('ming'))).sections.checkin;
    backend.clock.now += DAY;
    const after = (await backend.me(await backend.member('ming'))).sections.checkin;
    expect(after.today).toBe('2027-01-03');
    expect(after.revision).toBeGreaterThan(before.revision);
  });

  it('is refused where there is none, when paused, and for guests who may only look', async () => {
    const codeOf = async (definition: DefinitionInput) => {
      const backend = await createBackend([definition]);
      return (await tap(backend, (await backend.guest()).token)).code;
    };
    expect(await codeOf(plain)).toBe('not_found');
    expect(await codeOf({ ...daily, paused: ['checkin'] })).toBe('paused');
    expect(await codeOf({ ...daily, guests: 'view' })).toBe('guest_forbidden');
    const backend = await createBackend([daily]);
    const nameless = await backend.post('/v1/activities/plain/check-ins', {
      token: await backend.member('ming'),
      body: {},
    });
    expect((await nameless.json()).code).toBe('key_missing');
  });

  it('is limited by guards, which a second tap does not count for', async () => {
    const guards = [{ on: 'check-in', per: 'participant', count: 1, seconds: 7 * 86_400, outcome: 'deny' }];
    const backend = await createBackend([{ ...daily, guards } as DefinitionInput]);
    for (let times = 0; times < 3; times++)
      expect((await send(backend, await backend.member('ming'))).status).toBe(200);
    backend.clock.now += DAY;
    expect((await tap(backend, await backend.member('ming'))).code).toBe('denied');
  });
});

describe('what it earns', () => {
  it('a milestone once in its lap, with its points and its chances', async () => {
    const backend = await createBackend([daily]);
    const balances: number[] = [];
    const granted: number[] = [];
    for (let day = 0; day < 4; day++) {
      backend.clock.now = LIVE + day * DAY;
      const { sections } = await tap(backend, await backend.member('ming'));
      balances.push(sections.points.balance);
      granted.push(sections.chances.granted);
    }
    expect(balances).toEqual([10, 20, 60, 70]);
    expect(granted).toEqual([1, 2, 8, 9]);
  });

  it('no chances for a make-up, but the milestone that it reaches', async () => {
    const backend = await createBackend([daily]);
    await tap(backend, await backend.member('ming'));
    backend.clock.now += 2 * DAY;
    const token = await backend.member('ming');
    expect((await tap(backend, token)).sections.chances.granted).toBe(2);
    const { sections } = await tap(backend, token, { day: '2027-01-03' });
    expect(sections).toMatchObject({
      chances: { granted: 7 },
      points: { balance: 60 },
      checkin: { streak: 3 },
    });
  });

  it('facts of check-ins come from the server alone', async () => {
    const backend = await createBackend([daily]);
    for (const name of ['checked_in', 'checkin.milestone.3', 'checkin.milestone.99'])
      expect((await backend.fact({ id: name, participant: 'ming', name })).status).toBe(422);
  });

  it('a make-up paid by friends uses them up', async () => {
    const withFriends = {
      ...daily,
      invite: { tiers: [{ id: 't', friends: 9, name: { '*': 'T' }, kind: 'goods' }] },
    };
    const backend = await createBackend([withFriends as DefinitionInput]);
    await tap(backend, await backend.member('ming'));
    backend.clock.now += 3 * DAY;
    const token = await backend.member('ming');
    await tap(backend, token);
    expect((await tap(backend, token, { day: '2027-01-03', pay: 'invite' })).code).toBe('make_up_exhausted');
    await backend.store.transaction((tx) =>
      tx.addInvite({
        activity: 'plain',
        id: 'i1',
        friend: 'hong',
        inviter: 'ming',
        code: 'C',
        state: 'valid',
        reason: null,
        channel: null,
        at: LIVE,
      }),
    );
    const paid = await tap(backend, token, { day: '2027-01-03', pay: 'invite' });
    expect(paid.sections.checkin).toMatchObject({ missed: ['2027-01-04'], make_up_left: 1, streak: 1 });
    expect((await tap(backend, token, { day: '2027-01-04', pay: 'invite' })).code).toBe('make_up_exhausted');
    expect((await tap(backend, token, { day: '2027-01-04' })).sections.checkin.streak).toBe(4);
  });
});

describe('channels', () => {
  it('multiply by what the definition says, and by nothing that a page makes up', async () => {
    const backend = await createBackend([daily]);
    const pointsBy = async (sub: string, body: object) => {
      const { sections } = await tap(backend, await backend.member(sub), body);
      return [sections.points.balance, sections.checkin.multiplier];
    };
    expect(await pointsBy('a', { channel: 'poster' })).toEqual([30, 3]);
    expect(await pointsBy('b', { channel: 'times-ten' })).toEqual([10, 1]);
    expect(await pointsBy('c', {})).toEqual([10, 1]);
    const response = await send(backend, await backend.member('d'), { channel: 'poster', factor: 10 });
    expect(response.status).toBe(422);
  });

  it('of a group make a member of it, for whom its factor holds from then on', async () => {
    const backend = await createBackend([daily]);
    const first = await tap(backend, await backend.member('ming'), { channel: 'group-a' });
    expect(first.sections.checkin).toMatchObject({
      multiplier: 2,
      group: { title: { '*': 'Group A' }, members: 1, done_today: 1 },
    });
    await tap(backend, await backend.member('hong'), { channel: 'group-a' });
    const seen = (await backend.me(await backend.member('ming'))).sections.checkin;
    expect(seen.group).toEqual({ title: { '*': 'Group A' }, members: 2, done_today: 2 });
    expect(seen.revision).toBeGreaterThan(first.sections.checkin.revision);

    backend.clock.now += DAY;
    const token = await backend.member('ming');
    expect((await backend.me(token)).sections.checkin).toMatchObject({
      multiplier: 2,
      group: { members: 2, done_today: 0 },
    });
    const next = await tap(backend, token, { channel: 'group-b' });
    expect(next.sections).toMatchObject({
      points: { balance: 40 },
      checkin: { group: { title: { '*': 'Group A' }, members: 2, done_today: 1 } },
    });
    const poster = await tap(backend, await backend.member('hong'), { channel: 'poster' });
    expect(poster.sections.checkin.multiplier).toBe(3);
  });
});

describe('content', () => {
  it('is kept with the day, and a mentor comments on it', async () => {
    const backend = await createBackend([daily]);
    const token = await backend.member('ming');
    const { sections } = await tap(backend, token, { text: ' 第一天 👍🏽 ' });
    expect(sections.checkin.days[0].text).toBe('第一天 👍🏽');

    const path = '/v1/admin/activities/plain/participants/ming/check-ins/2027-01-02/comment';
    const comment = (key: string, body: object, to = path) => backend.post(to, { token: key, body });
    const response = await comment(keys.admin[0]!.key, { text: 'Well done' });
    expect([response.status, await response.json()]).toEqual([200, {}]);
    const { checkin } = (await backend.me(token)).sections;
    expect(checkin.days[0]).toMatchObject({ text: '第一天 👍🏽', comment: 'Well done' });
    expect(checkin.revision).toBeGreaterThan(sections.checkin.revision);

    expect((await comment('wrong-key-0123456789', { text: 'x' })).status).toBe(401);
    expect((await comment(keys.admin[0]!.key, { text: '' })).status).toBe(422);
    for (const other of [path.replace('01-02', '01-03'), path.replace('ming', 'nobody')])
      expect((await comment(keys.admin[0]!.key, { text: 'x' }, other)).status).toBe(404);
  });

  it('is read by mentors: words, and pictures as they were sent, at addresses that work for a while', async () => {
    const both = { ...daily, checkin: { ...daily.checkin, content: 'both' as const } };
    const backend = await createBackend([both]);
    const token = await backend.member('ming');
    const bytes = Uint8Array.from([0xff, 0xd8, 0xff, 1]);
    const place = await backend.post('/v1/activities/plain/uploads', {
      token,
      key: 'photo',
      body: { type: 'image/jpeg', bytes: 4 },
    });
    const { id, url } = await place.json();
    await backend.app.fetch(
      new Request(url, { method: 'PUT', headers: { 'Content-Type': 'image/jpeg' }, body: bytes }),
    );
    await tap(backend, token, { text: 'breakfast', uploads: [id] });
    await tap(backend, await backend.member('quiet'));
    const look = (query = '', key: string | undefined = keys.admin[0]!.key) =>
      backend.get(`/v1/admin/activities/plain/check-ins${query}`, { token: key });
    const page = await (await look()).json();
    expect(contracts['admin.checkins.get'].output.parse(page)).toEqual(page);
    expect(page).toMatchObject({
      items: [{ participant: 'ming', day: '2027-01-02', text: 'breakfast' }],
      next: null,
    });
    const seen = await backend.app.fetch(new Request(page.items[0].uploads[0]));
    expect(seen.headers.get('Content-Type')).toBe('image/jpeg');
    expect(seen.headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(seen.headers.get('Content-Security-Policy')).toContain('sandbox');
    expect(new Uint8Array(await seen.arrayBuffer())).toEqual(bytes);
    backend.clock.now += 600_001;
    expect((await backend.app.fetch(new Request(page.items[0].uploads[0]))).status).toBe(403);

    expect((await (await look('?day=2027-01-01')).json()).items).toEqual([]);
    expect((await look('?day=yesterday')).status).toBe(422);
    expect((await look('', 'wrong-key-0123456789')).status).toBe(401);
    expect((await look('', token)).status).toBe(401);
  });

  it('may follow later on the same day, once', async () => {
    const backend = await createBackend([daily]);
    const token = await backend.member('ming');
    await tap(backend, token);
    expect((await tap(backend, token, { text: 'later' })).sections.checkin.days[0].text).toBe('later');
    expect((await tap(backend, token, { text: 'again' })).sections.checkin.days[0].text).toBe('later');
    expect(await balanceOf(backend, token)).toBe(10);
  });

  it('that the activity does not take is refused by name', async () => {
    const backend = await createBackend([daily]);
    const response = await send(backend, await backend.member('ming'), { uploads: ['u'] });
    expect((await response.json()).errors[0].pointer).toBe('/uploads');
    const none = await createBackend([{ ...daily, checkin: { ...daily.checkin, content: 'none' } }]);
    const refused = await send(none, await none.member('ming'), { text: 'hello' });
    expect((await refused.json()).errors[0].pointer).toBe('/text');
  });

  it('of pictures takes one’s own finished uploads alone', async () => {
    const photos = { ...daily, checkin: { ...daily.checkin, content: 'photo' as const } };
    const backend = await createBackend([photos]);
    const add = (id: string, participant: string) =>
      backend.store.transaction(async (tx) => {
        await tx.addUpload({
          activity: 'plain',
          participant,
          id,
          type: 'image/png',
          bytes: 1,
          isStored: false,
          at: LIVE,
        });
        if (id !== 'unfinished') await tx.storeUpload('plain', id, new Uint8Array([1]));
      });
    await add('mine', 'ming');
    await add('unfinished', 'ming');
    await add('theirs', 'hong');
    const token = await backend.member('ming');
    for (const id of ['unfinished', 'theirs', 'nothing'])
      expect((await send(backend, token, { uploads: ['mine', id] })).status, id).toBe(422);
    expect((await send(backend, token, { uploads: ['mine'] })).status).toBe(200);
    const [day] = await backend.store.read((reader) =>
      reader.checkins({ activity: 'plain', participant: 'ming' }),
    );
    expect(day?.uploads).toEqual(['mine']);
  });
});

describe('signing in', () => {
  it('joins days and points of both, doubles none, and mends the streak', async () => {
    const backend = await createBackend([daily]);
    const guest = await backend.guest();
    await tap(backend, guest.token, { channel: 'group-a' });
    backend.clock.now += DAY;
    const asGuest = (await backend.guest({ secret: guest.secret })).token;
    await tap(backend, asGuest);
    const member = await backend.member('ming');
    await tap(backend, member);
    backend.clock.now += DAY;
    const token = await backend.member('ming');
    const before = await tap(backend, token);
    expect(before.sections.checkin).toMatchObject({ streak: 2, lap_day: 2 });

    const linked = await backend.guest({ secret: guest.secret }, token);
    const { checkin, points, chances } = linked.me.sections;
    expect(checkin).toMatchObject({ streak: 3, lap_day: 3, lap_from: '2027-01-02', multiplier: 1 });
    expect(checkin.group).toEqual({ title: { '*': 'Group A' }, members: 1, done_today: 0 });
    expect(checkin.days.map((day: { day: string }) => day.day)).toEqual([
      '2027-01-02',
      '2027-01-03',
      '2027-01-04',
    ]);
    // 20 by the group on the first day, 10 on each of the others, 30 for the milestone that the union reaches.
    expect(points.balance).toBe(20 + 10 + 10 + 30);
    expect(chances.granted).toBe(3 + 5);
    expect(checkin.revision).toBeGreaterThan(before.sections.checkin.revision);
    expect(points.revision).toBeGreaterThan(before.sections.points.revision);
    expect((await backend.guest({ secret: guest.secret }, token)).me.sections.points.balance).toBe(70);
  });

  it('leaves the guest nothing to check in with', async () => {
    const backend = await createBackend([daily]);
    const guest = await backend.guest();
    await backend.guest({ secret: guest.secret }, await backend.member('ming'));
    expect((await send(backend, guest.token)).status).toBe(401);
  });

  it('never makes points of being a guest again and again', async () => {
    const backend = await createBackend([daily]);
    const token = await backend.member('ming');
    for (let times = 0; times < 4; times++) {
      const guest = await backend.guest();
      await tap(backend, guest.token);
      await backend.guest({ secret: guest.secret }, token);
    }
    expect(await balanceOf(backend, token)).toBe(10);
  });
});

describe('the definition', () => {
  it('names what is wrong in it', async () => {
    const broken = {
      ...daily,
      checkin: {
        ...daily.checkin,
        milestones: [
          { day: 8, name: { '*': 'Eight' } },
          { day: 8, name: { '*': 'Again' } },
        ],
        groups: [
          { id: 'a', channel: 'x', title: { '*': 'A' } },
          { id: 'a', channel: 'x', title: { '*': 'A' } },
        ],
      },
    };
    await expect(createBackend([broken])).rejects.toThrow(/checkin\.milestones\.0\.day" expected at most 7/);
    await expect(createBackend([broken])).rejects.toThrow(
      /checkin\.milestones\.1\.day" expected a value of its own/,
    );
    await expect(createBackend([broken])).rejects.toThrow(/checkin\.groups\.1\.id/);
    await expect(createBackend([broken])).rejects.toThrow(/checkin\.groups\.1\.channel/);
  });
});
