// An activity with invites to test with, and a backend that keeps its promises.
import type { FakeActivityOptions } from '@fanfare/core/testing';
import type { Invite, PublicInvite, PublicTask, Reward } from '@fanfare/protocol';
import type { World } from '../src/invite.world';

export const plan: PublicInvite = {
  tiers: [
    { id: 'envelope', friends: 1, name: { 'zh-CN': '现金红包', en: 'A red envelope' }, kind: 'cash' },
    {
      id: 'cup',
      friends: 3,
      name: { 'zh-CN': '新年保温杯', en: 'A New Year cup' },
      kind: 'goods',
      quota: 20,
    },
    { id: 'phone', friends: 10, name: { 'zh-CN': '手机', en: 'A phone' }, kind: 'goods' },
  ],
  qualify_text: { 'zh-CN': '好友签到一次即算有效', en: 'A friend counts after checking in once' },
  rules: { 'zh-CN': '每人一位邀请人\n不能互相邀请', en: 'Everybody has one inviter\nNobody invites back' },
  steps: 2,
};

export const tasks: PublicTask[] = [
  {
    id: 'follow',
    kind: 'follow',
    title: { 'zh-CN': '关注我们', en: 'Follow us' },
    url: 'https://host.example/f',
  },
  { id: 'proof', kind: 'proof', title: { 'zh-CN': '晒出年夜饭', en: 'Show your dinner' } },
];

const AT = '2026-12-31T12:00:00Z';

export const friends: Invite['friends'] = [
  { id: 'f4', name: '赵敏', state: 'refused', reason: 'repeat', at: AT },
  { id: 'f3', name: 'Lee', state: 'joined', reason: 'waiting', at: AT },
  { id: 'f2', name: '王小明', state: 'valid', at: AT },
  { id: 'f1', state: 'pending', reason: 'review', at: AT },
];

export const mine: Invite = {
  revision: 1,
  code: 'MYCODE23456789',
  url: 'https://host.example/?invite=MYCODE23456789',
  valid: 1,
  friends,
  tiers: [
    { id: 'envelope', state: 'ready' },
    { id: 'cup', state: 'locked' },
    { id: 'phone', state: 'locked' },
  ],
  tasks: [
    { id: 'follow', state: 'open' },
    { id: 'proof', state: 'rejected', reason: 'Too dark' },
  ],
};

export const world: World = {
  plan,
  tasks: [],
  mine,
  rewards: [],
  left: [],
  phase: 'live',
  zone: 'Asia/Shanghai',
  isSignedOut: false,
  isOffline: false,
  isPaused: false,
  isModest: false,
};

export const reward: Reward = {
  id: 'reward-1',
  prize: 'cup',
  name: { 'zh-CN': '新年保温杯', en: 'A New Year cup' },
  kind: 'goods',
  source: 'tier',
  state: 'pending',
  at: AT,
  claim_by: '2027-01-07T16:00:00Z',
  form: 'address',
  receipt: 'ABCD-EFGH',
};

export const FRIEND_CODE = 'FR1END23456789';

export const sectionsOf = (change: Partial<Invite> = {}, rewards: Reward[] = []) => ({
  invite: { ...mine, ...change },
  rewards: { revision: 1, items: rewards },
});

/** What a backend says no with. */
export const refusal = (code: string, retryable = false) =>
  Object.assign(new Error(code), { code, retryable });

export const definition: FakeActivityOptions['definition'] = { invite: plan, tasks };

type Handlers = NonNullable<FakeActivityOptions['handlers']>;
export type Call = Parameters<NonNullable<Handlers['tier.claim']>>[0];

/** What is noted of a call. */
type AnyCall = Pick<Call, 'key' | 'params'> & { input: object };

/** Claims a tier once for each key, as a backend does: a known key gets the saved answer. */
export function backend(left = 20) {
  const saved = new Map<string, ReturnType<typeof claimed>>();
  const calls: { key: string | undefined; params: Record<string, string>; input: object }[] = [];
  const note = ({ key, params, input }: AnyCall) => calls.push({ key, params, input });
  const claimed = (tier: string, amount?: number) => ({
    sections: {
      invite: {
        ...mine,
        revision: 2,
        tiers: mine.tiers.map((one) =>
          one.id === tier ? { id: tier, state: 'claimed' as const, amount, reward: 'reward-1' } : one,
        ),
      },
      rewards: { revision: 2, items: [{ ...reward, amount, form: 'none' as const }] },
    },
  });
  return {
    calls,
    /** How many claims there were; replays do not count. */
    get effects() {
      return saved.size;
    },
    claim: async (call: Call) => {
      note(call);
      const known = saved.get(call.key!);
      if (!known && saved.size >= left) throw refusal('sold_out');
      const answer = known ?? claimed(call.params.tier!, call.params.tier === 'envelope' ? 888 : undefined);
      saved.set(call.key!, answer);
      return answer;
    },
    handlers: {
      'invite.get': ({ params }: { params: Record<string, string> }) => {
        if (params.code !== FRIEND_CODE) throw refusal('not_found');
        return { code: FRIEND_CODE, name: '李雷' };
      },
      'invite.accept': async (call: AnyCall) => {
        note(call);
        return { sections: { invite: { ...mine, revision: 3, inviter: FRIEND_CODE } } };
      },
      'task.submit': async (call: AnyCall) => {
        note(call);
        return {
          sections: {
            invite: { ...mine, revision: 4, tasks: [{ id: 'proof', state: 'pending' as const }] },
          },
        };
      },
      'upload.create': () => ({ id: 'upload-1', url: 'https://host.example/put', expires_at: AT }),
      'reward.claim': async (call: AnyCall) => {
        note(call);
        const done = { ...reward, state: 'claimed' as const };
        return { reward: done, sections: { rewards: { revision: 5, items: [done] } } };
      },
    } satisfies Handlers as Handlers,
  };
}
