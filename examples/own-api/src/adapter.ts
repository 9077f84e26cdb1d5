// The club's API as Fanfare's routes: every name that differs, and every error, in one place.
import { createTransport, type Transport } from '@fanfare/core';
import { type Bag, type Campaign, ClubError, callClub, type Mine, type Spin } from './club.js';

const CODES: Record<number, string> = {
  4001: 'no_chances',
  4003: 'not_started',
  4004: 'ended',
  4100: 'token_expired',
};
const KINDS = { REAL: 'goods', TICKET: 'coupon', THANKS: 'none' } as const;

const utc = (beijing: string) => new Date(`${beijing.replace(' ', 'T')}+08:00`).toISOString();
const text = (label: string) => ({ '*': label });

/** Their errors as the protocol's codes; what is not among them can be tried again. */
const translate = (error: unknown): never => {
  if (!(error instanceof ClubError)) throw error;
  throw Object.assign(error, { code: CODES[error.ret] ?? 'unavailable', retryable: !(error.ret in CODES) });
};

/** The campaign `no` of the club. */
export function clubTransport(no: string): Transport {
  const campaign = () => callClub<Campaign>(`campaign?no=${no}`, undefined);
  const mine = (session?: string, signal?: AbortSignal) =>
    callClub<Mine>(`mine?no=${no}`, session, { signal });
  // The club counts spins up and never back, and its bag only grows: both make good revisions.
  const sectionsOf = ({ spins: { total, spent }, bag }: Mine, { gifts }: Campaign) => {
    const itemOf = ({ bagNo, giftNo, gotAt }: Bag) => {
      const gift = gifts.find((one) => one.giftNo === giftNo);
      const kind = KINDS[gift?.sort ?? 'REAL'];
      const fixed = { source: 'draw', state: 'pending', form: 'none' } as const;
      return {
        id: bagNo,
        prize: giftNo,
        name: text(gift?.label ?? giftNo),
        kind,
        at: utc(gotAt),
        receipt: bagNo,
        ...fixed,
      };
    };
    return {
      chances: { revision: total + spent, left: total - spent, used: spent, granted: total },
      rewards: { revision: bag.length, items: bag.map(itemOf) },
    };
  };
  return createTransport({
    'time.get': async () => ({ now: (await callClub<{ ms: number }>('clock', undefined)).ms }),
    'activity.get': async () => {
      const { caption, begin, finish, gifts } = await campaign();
      const prizes = gifts.map(({ giftNo, label, sort }) => ({
        id: giftNo,
        name: text(label),
        kind: KINDS[sort],
      }));
      const fixed = { guests: 'none', zone: 'Asia/Shanghai', jitter_seconds: 30, live_seconds: 30 } as const;
      return {
        ...{ id: no, version: 1, title: text(caption), landing: location.href, ...fixed },
        ...{ schedule: { start_at: utc(begin), end_at: utc(finish) }, sessions: [], nodes: [], rules: [] },
        lottery: { prizes, ways: [], codes: false },
      };
    },
    'participant.get': async ({ token, signal }) => {
      const me = await mine(token, signal).catch(translate);
      const participant = { id: me.memberNo, kind: 'member', name: me.nick } as const;
      return { participant, sections: sectionsOf(me, await campaign()) };
    },
    'lottery.draw': async ({ key, token, signal }) => {
      // Their order number is our key: the same one twice is one spin.
      const body = JSON.stringify({ no, orderNo: key });
      const spin = await callClub<Spin>('spin', token, { method: 'POST', body, signal }).catch(translate);
      const { spinNo, giftNo, bagNo, gotAt } = spin;
      const won = { outcome: bagNo ? 'won' : 'none', prize: giftNo, reward: bagNo, receipt: spinNo } as const;
      const draw = { id: spinNo, at: utc(gotAt), ...won, epoch: 0, nonce: 0 };
      return { draw, sections: sectionsOf(await mine(token).catch(translate), await campaign()) };
    },
  });
}
