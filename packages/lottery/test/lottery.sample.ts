// A lottery to test with: three prizes, and a backend that keeps its promises.
import type { FakeActivityOptions } from '@fanfare/core/testing';
import type { Draw, PublicLottery } from '@fanfare/protocol';
import type { World } from '../src/lottery.world';

export const prizes: PublicLottery['prizes'] = [
  { id: 'phone', name: { 'zh-CN': '手机', en: 'A phone' }, kind: 'goods', weight: 1 },
  { id: 'coupon', name: { 'zh-CN': '优惠券', en: 'A coupon' }, kind: 'coupon', weight: 299 },
  { id: 'luck', name: { 'zh-CN': '好运', en: 'Good luck' }, kind: 'none', weight: 700 },
];

export const lottery: PublicLottery = {
  prizes,
  total_weight: 1000,
  ways: [{ id: 'invite', title: { 'zh-CN': '邀请好友', en: 'Invite a friend' }, chances: 1 }],
  codes: false,
};

export const world: World = {
  lottery,
  phase: 'live',
  startAt: '2026-12-31T11:00:00Z',
  zone: 'Asia/Shanghai',
  isKnown: true,
  isSignedOut: false,
  isOffline: false,
  isPaused: false,
  stock: [],
  chances: { revision: 1, left: 3, used: 0, granted: 3 },
  rewards: [],
};

export const drawOf = (prize: string | null, id = 'draw-1'): Draw => ({
  id,
  at: '2026-12-31T12:00:00Z',
  outcome: prize && prize !== 'luck' ? 'won' : 'none',
  prize,
  reward: prize && prize !== 'luck' ? `reward-${id}` : null,
  receipt: 'ABCD-EFGH',
  epoch: 1,
  nonce: 1,
});

/** What a backend says no with. */
export const refusal = (code: string, retryable = false) =>
  Object.assign(new Error(code), { code, retryable });

type Handlers = NonNullable<FakeActivityOptions['handlers']>;
export type DrawCall = Parameters<NonNullable<Handlers['lottery.draw']>>[0];

/** Draws the coupon once for each key, as a backend does: a known key gets the saved answer. */
export function backend(wanted: string | null = 'coupon') {
  const saved = new Map<string, ReturnType<typeof answerOf>>();
  const calls: { key: string | undefined; body: DrawCall['input'] }[] = [];
  const answerOf = (count: number) => {
    const draw = drawOf(wanted, `draw-${count}`);
    const won = prizes.find(({ id }) => id === wanted && wanted !== 'luck');
    return {
      draw,
      sections: {
        chances: { revision: 1 + count, left: 3 - count, used: count, granted: 3 },
        rewards: {
          revision: 1 + count,
          items: won
            ? [
                {
                  id: draw.reward!,
                  prize: won.id,
                  name: won.name,
                  kind: won.kind,
                  source: 'draw' as const,
                  state: 'pending' as const,
                  at: draw.at,
                  claim_by: '2027-01-07T16:00:00Z',
                  form: 'none' as const,
                  receipt: draw.receipt,
                },
              ]
            : [],
        },
      },
    };
  };
  return {
    calls,
    /** How many draws there were; replays do not count. */
    get effects() {
      return saved.size;
    },
    draw: async ({ key, input }: DrawCall) => {
      calls.push({ key, body: input });
      const known = saved.get(key!) ?? answerOf(saved.size + 1);
      saved.set(key!, known);
      return known;
    },
  };
}
