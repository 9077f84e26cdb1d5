// What each route that a page calls answers. A page loads this (and zod) beside its first request, not before.
import * as z from 'zod/mini';
import { publicActivity } from './activity.js';
import { checkin } from './checkin.js';
import { fairness, fairnessLog } from './fairness.js';
import { invite, inviter, upload } from './invite.js';
import { live } from './live.js';
import { chances, draw } from './lottery.js';
import { guestSession, me } from './me.js';
import { raffleEntries, raffles } from './raffle.js';
import { points, reward, rewards } from './rewards.js';
import type { RouteName } from './routes.js';
import { capabilities, serverTime, wechatSignature } from './system.js';

/** A mutation answers with its own result and the sections of `me` that it changed. */
const changed = <S extends z.core.$ZodShape>(shape: S) => z.object({ sections: z.object(shape) });

export const answers = {
  'capabilities.get': capabilities,
  'time.get': serverTime,
  'activity.get': publicActivity,
  'activity.live': live,
  'participant.get': me,
  'guest.create': guestSession,
  'lottery.draw': z.extend(changed({ chances, rewards, points: z.optional(points) }), { draw }),
  'invite.get': inviter,
  'invite.accept': changed({ invite }),
  'tier.claim': changed({ invite, rewards, points: z.optional(points) }),
  'checkin.create': changed({ checkin, points, rewards, chances: z.optional(chances) }),
  'task.submit': changed({ invite }),
  'upload.create': upload,
  'shop.exchange': changed({ points, rewards }),
  'reward.claim': z.extend(changed({ rewards }), { reward }),
  'fairness.get': fairness,
  'fairness.log': fairnessLog,
  'raffle.get': raffles,
  'raffle.entries': raffleEntries,
  'wechat.sign': wechatSignature,
} as const satisfies { [Name in RouteName]?: z.ZodMiniType };

/** Routes that a page may call. */
export type AnsweredRoute = keyof typeof answers;
/** The answer of a route, parsed: unknown fields are gone. */
export type AnswerOf<Name extends AnsweredRoute> = z.output<(typeof answers)[Name]>;
