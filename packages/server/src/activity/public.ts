// The public projection: every field by name. What is not written here never leaves the server.
import type { Definition, PublicActivity, PublicLottery } from '@fanfare/protocol';
import { publicCheckinOf } from '../checkin/checkin.public.js';
import { commitmentOf } from '../fairness/public.js';
import { publicInviteOf } from '../invite/invite.public.js';
import { publicShopOf } from '../shop/shop.public.js';
import type { StoredActivity, StoredEpoch } from '../store.js';

/** Operators write times in their own zone; answers are in UTC. */
const utc = <T extends string | undefined>(time: T): T =>
  (time === undefined ? undefined : new Date(time).toISOString()) as T;

type LotteryDefinition = NonNullable<Definition['lottery']>;

function publicLotteryOf(lottery: LotteryDefinition, epoch: StoredEpoch | null): PublicLottery {
  return {
    prizes: lottery.prizes.map(({ id, name, kind, image, value, weight }) => ({
      id,
      name,
      kind,
      image,
      value,
      weight: lottery.publish_odds ? weight : undefined,
    })),
    total_weight: lottery.publish_odds
      ? lottery.prizes.reduce((sum, prize) => sum + prize.weight, 0)
      : undefined,
    ways: lottery.chances.flatMap(({ id, title, chances, url }) =>
      title === undefined ? [] : [{ id, title, chances, url }],
    ),
    codes: lottery.codes,
    commitment: epoch ? commitmentOf(epoch) : undefined,
  };
}

/** What anybody may know of an activity. */
export function publicActivityOf({
  definition,
  version,
  epoch = null,
}: Pick<StoredActivity, 'definition' | 'version'> & { epoch?: StoredEpoch | null }): PublicActivity {
  const { id, title, zone, landing, schedule, guests, jitter_seconds, live_seconds, next, lottery } =
    definition;
  return {
    id,
    version,
    title,
    zone,
    landing,
    schedule: {
      warmup_at: utc(schedule.warmup_at),
      start_at: utc(schedule.start_at),
      end_at: utc(schedule.end_at),
    },
    guests,
    jitter_seconds,
    live_seconds,
    sessions: definition.sessions.map(({ id, title, host, start_at, end_at, url }) => ({
      id,
      title,
      host,
      start_at: utc(start_at),
      end_at: utc(end_at),
      url,
    })),
    nodes: definition.nodes.map(({ id, title, at }) => ({ id, title, at: utc(at) })),
    next: next && { title: next.title, start_at: utc(next.start_at), url: next.url },
    rules: definition.rules.map(({ id, title, body }) => ({ id, title, body })),
    lottery: lottery && publicLotteryOf(lottery, epoch),
    ...publicInviteOf(definition),
    checkin: definition.checkin && publicCheckinOf(definition.checkin),
    shop: definition.shop && publicShopOf(definition.shop),
  };
}
