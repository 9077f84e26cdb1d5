// Tasks beyond inviting: targets that the server confirms, proof that a person reviews, and the steps afterwards.
import { contracts } from '@fanfare/protocol';
import { describe, expect, it } from 'vitest';
import { createInviteBackend, inviting, refusalOf } from './invite.backend.js';

type Backend = Awaited<ReturnType<typeof createInviteBackend>>;
const taskOf = async (backend: Backend, id: string, who = 'ann') =>
  (await backend.section(who)).tasks.find((task: { id: string }) => task.id === id);
const pending = async (backend: Backend) => (await (await backend.adminGet('submissions')).json()).items;

describe('a followed target', () => {
  it('is pending once opened and done by the fact, which is a fact itself', async () => {
    const { lottery } = inviting();
    const chances = [{ id: 'follow', fact: 'task.follow', chances: 3 }];
    const backend = await createInviteBackend([inviting({}, { lottery: { ...lottery!, chances } })]);
    expect(await taskOf(backend, 'follow')).toEqual({ id: 'follow', state: 'open' });
    const { sections } = await (await backend.submit('ann', 'follow')).json();
    expect(sections.invite.tasks[0]).toEqual({ id: 'follow', state: 'pending' });
    expect((await backend.submit('ann', 'follow')).status).toBe(200);
    const before = await backend.section('ann');
    await backend.recordFact('ann', 'followed');
    const after = await backend.sections('ann');
    expect(after.invite.tasks[0]).toEqual({ id: 'follow', state: 'approved' });
    expect(after.invite.revision).toBeGreaterThan(before.revision);
    expect(after.chances.granted).toBe(3);
    await backend.recordFact('ann', 'followed');
    expect((await backend.sections('ann')).chances.granted).toBe(3);
  });

  it('is done without being opened here, and at once when it was followed before', async () => {
    const backend = await createInviteBackend();
    await backend.recordFact('ann', 'followed');
    expect(await taskOf(backend, 'follow')).toMatchObject({ state: 'approved' });
  });

  it('that no fact confirms is done by opening it', async () => {
    const tasks = [{ id: 'look', kind: 'follow' as const, title: { '*': 'Look' } }];
    const backend = await createInviteBackend([inviting({ tasks })]);
    await backend.submit('ann', 'look');
    expect(await taskOf(backend, 'look')).toMatchObject({ state: 'approved' });
  });
});

describe('proof', () => {
  it('waits for a reviewer, counts when approved, and says why when rejected', async () => {
    const backend = await createInviteBackend();
    expect((await backend.submit('ann', 'proof', { text: '  ' })).status).toBe(422);
    const { sections } = await (await backend.submit('ann', 'proof', { text: 'I did' })).json();
    expect(sections.invite.tasks[1]).toEqual({ id: 'proof', state: 'pending' });
    expect(await refusalOf(await backend.submit('ann', 'proof', { text: 'x' }))).toEqual([
      409,
      'submission_pending',
    ]);

    const list = await (await backend.adminGet('submissions')).json();
    expect(contracts['admin.submissions.get'].output.parse(list)).toEqual(list);
    expect(list.items).toMatchObject([
      { task: 'proof', participant: 'ann', text: 'I did', state: 'pending' },
    ]);
    const reviewed = await (await backend.review(list.items[0].id, 'rejected', 'Another activity.')).json();
    expect(contracts['admin.submission.review'].output.parse(reviewed)).toEqual(reviewed);
    expect(await taskOf(backend, 'proof')).toEqual({
      id: 'proof',
      state: 'rejected',
      reason: 'Another activity.',
    });
    expect((await backend.section('ann')).valid).toBe(0);

    await backend.submit('ann', 'proof', { text: 'again' });
    const [second] = await pending(backend);
    await backend.review(second.id, 'approved');
    expect(await backend.section('ann')).toMatchObject({ valid: 1, tiers: [{ state: 'ready' }, {}, {}] });
  });

  it('that is revoked lowers the count and tells why; a claimed tier stays claimed and says what is missing', async () => {
    const backend = await createInviteBackend();
    await backend.submit('ann', 'proof', { text: 'I did' });
    const [{ id }] = await pending(backend);
    await backend.review(id, 'approved');
    expect((await backend.claimTier('ann', 'one')).status).toBe(200);
    const before = await backend.section('ann');
    expect(before.tiers[0]).not.toHaveProperty('missing');
    await backend.review(id, 'revoked', 'The post was deleted.');
    const after = await backend.section('ann');
    expect(after.revision).toBeGreaterThan(before.revision);
    expect(after).toMatchObject({
      valid: 0,
      tiers: [{ state: 'claimed', missing: 1 }, { state: 'locked' }, { state: 'locked' }],
      tasks: [{}, { state: 'revoked', reason: 'The post was deleted.' }],
    });
    expect(contracts['invite.accept'].output.shape.sections.shape.invite.parse(after)).toEqual(after);
    expect((await backend.sections('ann')).rewards.items).toHaveLength(1);
  });

  it('is reviewed by operators, with decisions that fit', async () => {
    const backend = await createInviteBackend();
    await backend.submit('ann', 'proof', { text: 'I did' });
    const [{ id }] = await pending(backend);
    const path = `/v1/admin/activities/plain/submissions/${id}/review`;
    expect((await backend.post(path, { body: { decision: 'approved' } })).status).toBe(401);
    expect(await refusalOf(await backend.review(id, 'revoked'))).toEqual([422, 'invalid']);
    expect(await refusalOf(await backend.review('nothing', 'approved'))).toEqual([404, 'not_found']);
    expect((await backend.review(id, 'rejected')).status).toBe(200);
    const { revision } = await backend.section('ann');
    expect((await backend.review(id, 'rejected')).status).toBe(200);
    expect((await backend.section('ann')).revision).toBe(revision);
    await backend.submit('ann', 'proof', { text: 'newer' });
    expect(await refusalOf(await backend.review(id, 'approved'))).toEqual([422, 'invalid']);
    expect(await refusalOf(await backend.adminGet('submissions?state=lost'))).toEqual([422, 'invalid']);
  });

  it('is listed by pages, oldest first', async () => {
    const backend = await createInviteBackend();
    for (let number = 0; number < 51; number++) {
      backend.clock.now += 1;
      await backend.submit(`p${number}`, 'proof', { text: `${number}` });
    }
    const first = await (await backend.adminGet('submissions')).json();
    expect(first.items).toHaveLength(50);
    expect(first.items[0].text).toBe('0');
    const second = await (await backend.adminGet(`submissions?after=${first.next}`)).json();
    expect(second).toMatchObject({ items: [{ text: '50' }], next: null });
  });
});

describe('steps', () => {
  const reach = async (backend: Backend, body = {}) => {
    await backend.accept('ann', 'zoe', { body });
    await backend.bring('ann', 'bob', 'cat', 'dan');
  };
  const step = async (backend: Backend) => (await backend.section('ann')).step;

  it('come after the last tier, one by one: a question first, then its address, until the last is done', async () => {
    const backend = await createInviteBackend();
    await backend.bring('ann', 'bob', 'cat');
    expect(await step(backend)).toBeUndefined();
    expect(await refusalOf(await backend.submit('ann', 'where', { text: 'online' }))).toEqual([
      404,
      'not_found',
    ]);
    await backend.bring('ann', 'dan');
    expect(await step(backend)).toEqual({
      id: 'where',
      index: 1,
      title: { '*': 'Where?' },
      options: [
        { id: 'online', title: { '*': 'Online' } },
        { id: 'branch', title: { '*': 'At a branch' } },
      ],
      show: 'link',
    });
    expect(await refusalOf(await backend.submit('ann', 'where'))).toEqual([422, 'invalid']);
    expect(await refusalOf(await backend.submit('ann', 'where', { text: 'moon' }))).toEqual([422, 'invalid']);
    const answered = await (await backend.submit('ann', 'where', { text: 'online' })).json();
    expect(answered.sections.invite.step).toMatchObject({ index: 1, url: 'https://steps.example/online' });
    expect(answered.sections.invite.step).not.toHaveProperty('options');

    const opened = await (await backend.submit('ann', 'where')).json();
    expect(opened.sections.invite.step).toMatchObject({ id: 'register', index: 2 });
    expect((await (await backend.submit('ann', 'register')).json()).sections.invite.step).toMatchObject({
      index: 2,
    });
    const { revision } = await backend.section('ann');
    await backend.recordFact('ann', 'registered');
    const done = await backend.section('ann');
    expect(done).not.toHaveProperty('step');
    expect(done.revision).toBeGreaterThan(revision);
  });

  it('choose the branch by the channel where it says so, and the answer may differ', async () => {
    const backend = await createInviteBackend();
    await reach(backend, { channel: 'lobby' });
    expect(await step(backend)).toMatchObject({ url: 'https://steps.example/branch' });
    await backend.submit('ann', 'where', { text: 'online' });
    expect(await step(backend)).toMatchObject({ url: 'https://steps.example/online' });
  });

  it('stay when a friend is taken back, once begun', async () => {
    const backend = await createInviteBackend();
    await reach(backend);
    await backend.submit('ann', 'where', { text: 'online' });
    const [{ id }] = (await backend.section('ann')).friends;
    await backend.review(id, 'revoked', undefined, 'friends');
    expect(await backend.section('ann')).toMatchObject({ valid: 2, step: { id: 'where' } });
  });
});
