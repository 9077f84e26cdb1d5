// Facts from the host's server, and the chance rules they meet.
import { describe, expect, it } from 'vitest';
import { createBackend, keys, LIVE, plain } from './backend.js';

const DAY = 86_400_000;
const fact = (id: string, change: object = {}) => ({ id, participant: 'ming', name: 'watched', ...change });

describe('facts', () => {
  it('has one effect for an id, and answers a repeat with what it granted', async () => {
    const backend = await createBackend();
    const first = await backend.fact(fact('f', { value: 300 }));
    expect(await first.json()).toEqual({ id: 'f', status: 'recorded', granted: { chances: 2 } });
    const again = await Promise.all(Array.from({ length: 10 }, () => backend.fact(fact('f'))));
    for (const response of again)
      expect(await response.json()).toEqual({ id: 'f', status: 'duplicate', granted: { chances: 2 } });
    expect((await backend.me(await backend.member('ming'))).sections.chances.granted).toBe(4 + 2);
  });

  it('is known before the participant was ever seen', async () => {
    const backend = await createBackend();
    await backend.fact(fact('f', { participant: 'hong' }));
    const me = await backend.me(await backend.member('hong', { name: '红' }));
    expect(me.participant.name).toBe('红');
    expect(me.sections.chances).toMatchObject({ granted: 6 });
  });

  it('grants by day in the zone of the activity, and in all', async () => {
    const backend = await createBackend();
    const grant = async (id: string) => (await (await backend.fact(fact(id))).json()).granted.chances;
    backend.clock.now = Date.parse('2027-01-02T23:59:59+08:00');
    expect([await grant('1'), await grant('2')]).toEqual([2, 0]);
    backend.clock.now = Date.parse('2027-01-03T00:00:00+08:00');
    expect([await grant('3'), await grant('4')]).toEqual([2, 0]);
    backend.clock.now += DAY;
    expect(await grant('5')).toBe(0);
  });

  it('keeps limits when facts come at once', async () => {
    const backend = await createBackend();
    await Promise.all(Array.from({ length: 20 }, (_, at) => backend.fact(fact(`f${at}`))));
    expect((await backend.me(await backend.member('ming'))).sections.chances.granted).toBe(4 + 2);
  });

  it('records what no rule knows, and grants nothing for it or after the end', async () => {
    const backend = await createBackend();
    expect((await (await backend.fact(fact('1', { name: 'hello' }))).json()).granted.chances).toBe(0);
    backend.clock.now += 30 * DAY;
    expect(await (await backend.fact(fact('2'))).json()).toMatchObject({
      status: 'recorded',
      granted: { chances: 0 },
    });
  });

  it('counts the revision up only when something changed', async () => {
    const backend = await createBackend();
    const token = await backend.member('ming');
    const revision = async () => (await backend.me(token)).sections.chances.revision;
    const before = await revision();
    await backend.fact(fact('1', { name: 'hello' }));
    expect(await revision()).toBe(before);
    await backend.fact(fact('2'));
    expect(await revision()).toBe(before + 1);
    await backend.fact(fact('2'));
    expect(await revision()).toBe(before + 1);
  });

  it.each([
    [{ name: 'joined' }, '/name'],
    [{ name: 'day' }, '/name'],
    [{ participant: 'guest_unknown' }, '/participant'],
    [{ participant: 'a\nb' }, '/participant'],
    [{ participant: '' }, '/participant'],
    [{ phone: '13800000000' }, '/phone'],
    [{ value: 'ten' }, '/value'],
  ])('refuses %j and names the field', async (change, pointer) => {
    const backend = await createBackend();
    const response = await backend.fact(fact('f', change));
    expect(response.status).toBe(422);
    expect((await response.json()).errors).toMatchObject([{ pointer }]);
  });

  it("takes the host's key and no other", async () => {
    const backend = await createBackend([plain, { ...plain, id: 'other', project: 'rival' }]);
    const send = (token: string | undefined, activity = 'plain') =>
      backend.post(`/v1/activities/${activity}/facts`, { token, body: fact('f') });
    expect((await send(undefined)).status).toBe(401);
    expect((await send(keys.admin[0]!.key)).status).toBe(401);
    expect((await send(await backend.member('ming'))).status).toBe(401);
    const foreign = await send(keys.host[0]!.key, 'other');
    expect([foreign.status, (await foreign.json()).code]).toEqual([403, 'forbidden']);
  });
});

describe('built-in facts', () => {
  it('grants once for joining and once a day, from midnight in the zone', async () => {
    const backend = await createBackend();
    const granted = async () => (await backend.me(await backend.member('ming'))).sections.chances;
    const first = await granted();
    expect(first).toMatchObject({ granted: 4, next_at: '2027-01-02T16:00:00.000Z', revision: 1 });
    backend.clock.now = Date.parse('2027-01-02T15:59:59.999Z');
    expect(await granted()).toEqual(first);
    backend.clock.now = Date.parse('2027-01-02T16:00:00Z');
    expect(await granted()).toMatchObject({ granted: 5, revision: 2 });
  });

  it('grants when many tabs open at once, once', async () => {
    const backend = await createBackend();
    const token = await backend.member('ming');
    const all = await Promise.all(Array.from({ length: 20 }, () => backend.me(token)));
    expect(new Set(all.map((me) => JSON.stringify(me))).size).toBe(1);
    expect(all[0].sections.chances.granted).toBe(4);
  });

  it('promises no next chance where none comes: the last day, or the limit of the rule', async () => {
    const daily = { id: 'daily', fact: 'day', chances: 1, total: 2 };
    const backend = await createBackend([{ ...plain, lottery: { ...plain.lottery, chances: [daily] } }]);
    const nextAt = async () => (await backend.me(await backend.member('ming'))).sections.chances.next_at;
    expect(await nextAt()).toBe('2027-01-02T16:00:00.000Z');
    backend.clock.now = LIVE + DAY;
    expect(await nextAt()).toBeUndefined();

    const other = await createBackend();
    other.clock.now = Date.parse('2027-01-07T12:00:00+08:00');
    expect((await other.me(await other.member('ming'))).sections.chances.next_at).toBeUndefined();
  });

  it('grants nothing after the end', async () => {
    const backend = await createBackend();
    backend.clock.now += 30 * DAY;
    expect((await backend.me(await backend.member('ming'))).sections.chances.granted).toBe(0);
  });

  it('gives a rule that is added meanwhile to those who were seen today', async () => {
    const backend = await createBackend();
    const token = await backend.member('ming');
    const before = await backend.me(token);
    const chances = [...plain.lottery.chances, { id: 'gift', fact: 'joined', chances: 5 }];
    await backend.send('PUT', '/v1/admin/activities/plain', {
      token: keys.admin[0]!.key,
      headers: { 'If-Match': '"1"' },
      body: { ...plain, landing: 'https://plain.example/new', lottery: { ...plain.lottery, chances } },
    });
    const after = await backend.me(token);
    expect(after.sections.chances.granted).toBe(9);
    expect(after.sections.invite.url).toContain('https://plain.example/new?invite=');
    expect(after.sections.invite.revision).toBeGreaterThan(before.sections.invite.revision);
  });
});
