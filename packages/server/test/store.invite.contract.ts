// The store's contract for inviting and tasks. `testStore` runs it with the rest.
import { describe, expect, it } from 'vitest';
import type { Store, StoredInvite, StoredParticipant, StoredSubmission } from '../src/store.js';

const NOW = Date.parse('2027-01-02T12:00:00Z');

/** Runs the part; `fresh` begins an activity that nobody has used. */
export function testInvites(store: () => Store, fresh: () => string): void {
  let activity = '';
  const begin = () => {
    activity = fresh();
  };
  const write: Store['transaction'] = (work) => store().transaction(work);
  const read: Store['read'] = (work) => store().read(work);
  const owner = (participant: string) => ({ activity, participant });
  const invite = (friend: string, inviter: string, change: Partial<StoredInvite> = {}): StoredInvite => ({
    activity,
    id: `i-${friend}`,
    friend,
    inviter,
    code: `CODE-${inviter}`,
    state: 'pending',
    reason: 'waiting',
    channel: null,
    at: NOW,
    ...change,
  });
  const person = (id: string, change: Partial<StoredParticipant> = {}): StoredParticipant => ({
    activity,
    id,
    kind: 'member',
    name: null,
    avatar: null,
    invite_code: `CODE-${id}`,
    secret_hash: null,
    linked_to: null,
    seen_day: null,
    seen_version: 0,
    revisions: {},
    joined_at: NOW,
    ...change,
  });
  const submission = (
    participant: string,
    id: string,
    change: Partial<StoredSubmission> = {},
  ): StoredSubmission => ({
    ...owner(participant),
    id,
    task: 'proof',
    kind: 'proof',
    state: 'pending',
    text: null,
    uploads: ['u1'],
    reason: null,
    at: NOW,
    ...change,
  });
  describe('invites', () => {
    it('give each friend one inviter, however many are accepted at once', async () => {
      begin();
      const added = await Promise.all(
        ['ann', 'bob', 'cat'].map((inviter) => write((tx) => tx.addInvite(invite('dan', inviter)))),
      );
      expect(added.filter(Boolean)).toHaveLength(1);
      const stored = await read((reader) => reader.invite(owner('dan')));
      expect(await read((reader) => reader.inviteById(activity, 'i-dan'))).toEqual(stored);
      expect(await read((reader) => reader.invite(owner('eve')))).toBeNull();
    });

    it('are listed with profiles, newest first, and counted when valid', async () => {
      begin();
      await write(async (tx) => {
        await tx.addParticipant(person('a', { name: '小安', avatar: 'https://a.example/a.png' }));
        await tx.addInvite(invite('a', 'ann', { at: NOW + 1 }));
        await tx.addInvite(invite('b', 'ann', { state: 'valid', reason: null, at: NOW + 2 }));
        await tx.addInvite(invite('c', 'ann', { state: 'refused', reason: 'abuse' }));
        await tx.addInvite(invite('d', 'bob', { state: 'valid', reason: null }));
      });
      const friends = await read((reader) => reader.friends(owner('ann'), 2));
      expect(friends.map(({ friend, name }) => [friend, name])).toEqual([
        ['b', null],
        ['a', '小安'],
      ]);
      expect(await read((reader) => reader.validFriends(owner('ann')))).toBe(1);
      await write((tx) => tx.updateInvite(owner('a'), { state: 'valid', reason: null }));
      expect(await read((reader) => reader.validFriends(owner('ann')))).toBe(2);
      await write((tx) => tx.removeInvite(owner('a')));
      expect(await read((reader) => reader.validFriends(owner('ann')))).toBe(1);
      expect(await write((tx) => tx.addInvite(invite('a', 'zoe')))).toBe(true);
    });

    it('tell a lineage up to its root; a refused tie ends it', async () => {
      begin();
      await write(async (tx) => {
        for (const [friend, inviter] of [
          ['a', 'b'],
          ['b', 'c'],
          ['c', 'd'],
        ] as const)
          await tx.addInvite(invite(friend, inviter));
      });
      expect(await read((reader) => reader.inviters(owner('a')))).toEqual(['b', 'c', 'd']);
      expect(await read((reader) => reader.inviters(owner('d')))).toEqual([]);
      await write((tx) => tx.updateInvite(owner('b'), { state: 'refused', reason: 'abuse' }));
      expect(await read((reader) => reader.inviters(owner('a')))).toEqual(['b']);
    });

    it('that are held are listed by id, after a cursor', async () => {
      begin();
      await write(async (tx) => {
        for (const friend of ['a', 'b', 'c']) await tx.addInvite(invite(friend, 'ann', { reason: 'review' }));
        await tx.addInvite(invite('d', 'ann'));
      });
      const held = (after: string | null) =>
        read((reader) => reader.heldInvites(activity, 'review', after, 2));
      expect((await held(null)).map(({ id }) => id)).toEqual(['i-a', 'i-b']);
      expect((await held('i-b')).map(({ id }) => id)).toEqual(['i-c']);
    });

    it('open a tier once for each owner', async () => {
      begin();
      const claim = { ...owner('ann'), tier: 'one', reward: 'r', amount: 88, at: NOW };
      const added = await Promise.all([1, 2, 3].map(() => write((tx) => tx.addTierClaim(claim))));
      expect(added.filter(Boolean)).toHaveLength(1);
      expect(await read((reader) => reader.tierClaims(owner('ann')))).toEqual([claim]);
    });

    it('become the member’s with facts, pictures and tiers', async () => {
      begin();
      const upload = { ...owner('guest_1'), id: 'u', type: 'image/png', bytes: 4, isStored: false, at: NOW };
      const fact = { ...owner('guest_1'), id: 'f', name: 'ordered', value: null, granted: 0, at: NOW };
      await write(async (tx) => {
        await tx.addInvite(invite('a', 'guest_1', { state: 'valid', reason: null }));
        await tx.addInvite(invite('guest_1', 'zoe'));
        await tx.addFact(fact);
        await tx.addUpload(upload);
        for (const [who, tier] of [
          ['guest_1', 'one'],
          ['guest_1', 'two'],
          ['ann', 'one'],
        ] as const)
          await tx.addTierClaim({ ...owner(who), tier, reward: `${who}-${tier}`, amount: null, at: NOW });
        await tx.absorbFriends(activity, 'guest_1', 'ann');
      });
      await read(async (reader) => {
        expect(await reader.validFriends(owner('ann'))).toBe(1);
        expect(await reader.validFriends(owner('guest_1'))).toBe(0);
        expect((await reader.invite(owner('guest_1')))?.inviter).toBe('zoe');
        expect(await reader.hasFact(owner('ann'), 'ordered')).toBe(true);
        expect(await reader.hasFact(owner('ann'), 'other')).toBe(false);
        expect(await reader.hasFact(owner('guest_1'), 'ordered')).toBe(false);
        expect((await reader.upload(activity, 'u'))?.participant).toBe('ann');
        const rewards = (await reader.tierClaims(owner('ann'))).map((claim) => claim.reward);
        expect(rewards.sort()).toEqual(['ann-one', 'guest_1-two']);
        expect(await reader.tierClaims(owner('guest_1'))).toEqual([]);
      });
    });
  });

  describe('tasks', () => {
    it('have one live submission of an owner, and more after a rejection', async () => {
      begin();
      const added = await Promise.all(
        ['1', '2', '3'].map((id) => write((tx) => tx.addSubmission(submission('ann', id)))),
      );
      expect(added.filter(Boolean)).toHaveLength(1);
      const [first] = await read((reader) => reader.submissions(owner('ann')));
      expect(first).toEqual(submission('ann', first!.id));
      await write((tx) => tx.updateSubmission(activity, first!.id, { state: 'rejected', reason: 'no' }));
      expect(await write((tx) => tx.addSubmission(submission('ann', '9')))).toBe(true);
      expect(await write((tx) => tx.addSubmission(submission('ann', '8', { task: 'other' })))).toBe(true);
      expect((await read((reader) => reader.submissions(owner('ann')))).map(({ id }) => id)).toEqual([
        '9',
        '8',
        first!.id,
      ]);
      await expect(
        write((tx) => tx.updateSubmission(activity, first!.id, { state: 'approved' })),
      ).rejects.toThrow();
      await write((tx) => tx.updateSubmission(activity, '8', { participant: 'bob' }));
      expect((await read((reader) => reader.submissions(owner('bob')))).map(({ id }) => id)).toEqual(['8']);
    });

    it('list proof alone, by state and cursor', async () => {
      begin();
      await write(async (tx) => {
        for (const id of ['1', '2', '3']) await tx.addSubmission(submission(`p${id}`, id));
        await tx.addSubmission(submission('ann', '4', { kind: 'follow', task: 'follow' }));
        await tx.addSubmission(submission('ann', '5', { state: 'approved' }));
      });
      const proofs = (after: string | null) => read((reader) => reader.proofs(activity, 'pending', after, 2));
      expect((await proofs(null)).map(({ id }) => id)).toEqual(['1', '2']);
      expect((await proofs('2')).map(({ id }) => id)).toEqual(['3']);
      expect((await read((reader) => reader.submission(activity, '5')))?.state).toBe('approved');
    });

    it('keep a picture’s bytes, once', async () => {
      begin();
      const upload = { ...owner('ann'), id: 'u', type: 'image/png', bytes: 4, isStored: false, at: NOW };
      const bytes = Uint8Array.from([0, 255, 128, 7]);
      await write((tx) => tx.addUpload(upload));
      expect(await read((reader) => reader.upload(activity, 'u'))).toEqual(upload);
      expect(await read((reader) => reader.uploadBytes(activity, 'u'))).toBeNull();
      expect(await write((tx) => tx.storeUpload(activity, 'u', bytes))).toBe(true);
      expect(await write((tx) => tx.storeUpload(activity, 'u', Uint8Array.from([1])))).toBe(false);
      expect(await write((tx) => tx.storeUpload(activity, 'nothing', bytes))).toBe(false);
      expect((await read((reader) => reader.upload(activity, 'u')))?.isStored).toBe(true);
      expect(await read((reader) => reader.uploadBytes(activity, 'u'))).toEqual(bytes);
      expect(await read((reader) => reader.uploadsSince(owner('ann'), NOW))).toBe(1);
      expect(await read((reader) => reader.uploadsSince(owner('ann'), NOW + 1))).toBe(0);
    });
  });
}
