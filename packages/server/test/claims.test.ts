// Claiming what was won: the form, the deadline, once; and the books of all of it.
import { contracts } from '@fanfare/protocol';
import { describe, expect, it } from 'vitest';
import { expireRewards } from '../src/index.js';
import { plain } from './backend.js';
import { createInviteBackend, inviting, refusalOf } from './invite.backend.js';

type Backend = Awaited<ReturnType<typeof createInviteBackend>>;
const DAY = 86_400_000;
const address = { name: '王小明', phone: '13800000000', region: '上海', street: '世纪大道 1 号' };
const account = { name: '王小明', number: 'wxid-1' };

/** Ann with a claimed tier; answers the reward's id. */
const won = async (backend: Backend, tier = 'one'): Promise<string> => {
  await backend.bring('ann', 'bob', 'cat');
  const { sections } = await (await backend.claimTier('ann', tier)).json();
  return sections.rewards.items[0].id;
};
const balances = (backend: Backend) => backend.store.read((reader) => reader.balances('plain'));
const pointers = async (response: Response) =>
  (await response.json()).errors.map(({ pointer }: { pointer: string }) => pointer);

describe('reward.claim', () => {
  it('takes what the form needs, once, and keeps it', async () => {
    const backend = await createInviteBackend();
    const id = await won(backend);
    const response = await backend.claimReward('ann', id, { address }, 'k');
    const text = await response.text();
    const answer = JSON.parse(text);
    expect(contracts['reward.claim'].output.parse(answer)).toEqual(answer);
    expect(answer.reward).toMatchObject({ id, state: 'claimed' });
    expect(text).not.toContain(address.street);
    expect(await (await backend.claimReward('ann', id, { address }, 'k')).text()).toBe(text);
    expect(await refusalOf(await backend.claimReward('ann', id, { address }))).toEqual([
      409,
      'reward_claimed',
    ]);
    const claim = await backend.store.read((reader) => reader.claim('plain', id));
    expect(claim).toMatchObject({ participant: 'ann', form: { address } });
  });

  it('names the field that is missing, blank or not asked for', async () => {
    const backend = await createInviteBackend();
    const id = await won(backend);
    expect(await pointers(await backend.claimReward('ann', id))).toEqual(['/address']);
    expect(await pointers(await backend.claimReward('ann', id, { address, account }))).toEqual(['/account']);
    const blank = { address: { ...address, street: ' ' } };
    expect(await pointers(await backend.claimReward('ann', id, blank))).toEqual(['/address/street']);
    const { phone: _, ...unreachable } = address;
    expect(await pointers(await backend.claimReward('ann', id, { address: unreachable }))).toEqual([
      '/address/phone',
    ]);
    const cash = (await (await backend.claimTier('ann', 'two')).json()).sections.rewards.items[0].id;
    expect(await pointers(await backend.claimReward('ann', cash, { address }))).toEqual([
      '/address',
      '/account',
    ]);
    expect((await backend.claimReward('ann', cash, { account })).status).toBe(200);
  });

  it('is for its owner alone', async () => {
    const backend = await createInviteBackend();
    const id = await won(backend);
    expect(await refusalOf(await backend.claimReward('bob', id, { address }))).toEqual([404, 'not_found']);
    expect(await refusalOf(await backend.claimReward('ann', 'nothing', { address }))).toEqual([
      404,
      'not_found',
    ]);
  });

  it('is over at the deadline: refused, and shown as expired', async () => {
    const backend = await createInviteBackend();
    const id = await won(backend);
    const { rewards } = await backend.sections('ann');
    backend.clock.now += 7 * DAY - 1;
    expect((await backend.sections('ann')).rewards.items[0].state).toBe('pending');
    backend.clock.now += 1;
    expect(await refusalOf(await backend.claimReward('ann', id, { address }))).toEqual([
      409,
      'reward_expired',
    ]);
    const after = (await backend.sections('ann')).rewards;
    expect(after.items[0].state).toBe('expired');
    expect(after.revision).toBeGreaterThan(rewards.revision);
    expect(await balances(backend)).toEqual({ budget: -300, reserved: 0, issued: 0, expired: 300 });
    expect(await refusalOf(await backend.claimReward('ann', id, { address }))).toEqual([
      409,
      'reward_expired',
    ]);
  });

  it('works after the end of the activity', async () => {
    const backend = await createInviteBackend([
      inviting({}, { schedule: { ...plain.schedule, end_at: '2027-01-03T00:00:00+08:00' } }),
    ]);
    const id = await won(backend);
    backend.clock.now += 2 * DAY;
    expect((await backend.claimReward('ann', id, { address })).status).toBe(200);
  });

  it('asks guests to sign in for what must be sent', async () => {
    const prizes = [
      { id: 'cup', name: { '*': 'Cup' }, kind: 'goods' as const, weight: 1, form: 'address' as const },
      { id: 'luck', name: { '*': 'Luck' }, kind: 'none' as const, weight: 0 },
    ];
    const backend = await createInviteBackend([inviting({}, { lottery: { ...plain.lottery, prizes } })]);
    const guest = await backend.guest();
    const { draw } = await (await backend.draw(guest.token, 'k')).json();
    expect(await refusalOf(await backend.claimReward(guest, draw.reward, { address }))).toEqual([
      403,
      'guest_forbidden',
    ]);
    await backend.guest({ secret: guest.secret }, await backend.member('ann'));
    expect((await backend.claimReward('ann', draw.reward, { address })).status).toBe(200);
  });
});

describe('the books', () => {
  it('promise with the reward, pay with the claim', async () => {
    const backend = await createInviteBackend();
    const id = await won(backend);
    expect(await balances(backend)).toEqual({ budget: -300, reserved: 300, issued: 0, expired: 0 });
    await backend.claimReward('ann', id, { address });
    expect(await balances(backend)).toEqual({ budget: -300, reserved: 0, issued: 300, expired: 0 });
  });

  it('hold draws too', async () => {
    const prizes = [
      { id: 'cash', name: { '*': 'Cash' }, kind: 'cash' as const, weight: 1, value: 188, claim_days: 1 },
      { id: 'luck', name: { '*': 'Luck' }, kind: 'none' as const, weight: 0 },
    ];
    const backend = await createInviteBackend([inviting({}, { lottery: { ...plain.lottery, prizes } })]);
    const token = await backend.member('ann');
    const { draw } = await (await backend.draw(token, '1')).json();
    await backend.draw(token, '2');
    await backend.claimReward('ann', draw.reward);
    expect(await balances(backend)).toEqual({ budget: -376, reserved: 188, issued: 188, expired: 0 });
    expect(await expireRewards(backend.store, 'plain', backend.clock.now + DAY)).toBe(1);
    expect(await balances(backend)).toEqual({ budget: -376, reserved: 0, issued: 188, expired: 188 });
    expect(await expireRewards(backend.store, 'plain', backend.clock.now + DAY)).toBe(0);
  });
});
