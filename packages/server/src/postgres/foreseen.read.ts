// The two statements that read all that a draw begins with: first what needs no lock beside the key's, then, once the
// participant is locked, what only its owner changes.
import type { Foreseen } from '../store.foresee.js';
import type {
  ChanceCount,
  SavedAnswer,
  StoredActivity,
  StoredParticipant,
  StoredReward,
  StoredStock,
} from '../store.js';
import type { Send } from './send.js';

const OPENING = `
  with lock as materialized (select pg_try_advisory_xact_lock(hashtextextended($5, 0)) as taken),
  person as (
    select p.* from fanfare.participants as p
    where p.activity = $1 and p.id = $2 and (select taken from lock) for update
  )
  select lock.taken, s.fingerprint, s.status, s.body, s.at as saved_at, a.version, person.*
  from lock
  left join fanfare.activities as a on a.id = $1
  left join fanfare.saved_answers as s
    on s.activity = $1 and s.participant = $2 and s.route = $3 and s.key = $4
  left join person on true`;

/** What no other draw of the participant changes meanwhile. */
const OWN = `
  select coalesce(c.granted, 0) as granted, coalesce(c.used, 0) as used, coalesce(n.nonce, 0) as nonce,
    coalesce(d.draws, 0) as draws,
    (select json_agg(r.body order by r.at desc, r.seq desc) from fanfare.rewards as r
      where r.activity = $1 and r.participant = $2) as rewards,
    (select json_agg(json_build_object(
        'prize', s.prize, 'total', s.total, 'left', s.stock_left, 'awarded', s.awarded) order by s.prize)
      from fanfare.stock as s where s.activity = $1) as stock
  from (select 1) as one
  left join fanfare.chances as c on c.activity = $1 and c.participant = $2
  left join fanfare.nonces as n on n.activity = $1 and n.participant = $2 and n.epoch = $3
  left join fanfare.draw_days as d on d.activity = $1 and d.participant = $2 and d.day = $4`;

/** What the first statement tells. */
export interface Opening {
  taken: boolean;
  saved: SavedAnswer | null;
  /** The newest version of the activity; null when there is none. */
  version: number | null;
  participant: StoredParticipant | null;
}

/** What the second one tells. */
export interface Own {
  chances: ChanceCount;
  epoch: number;
  nonce: number;
  draws: number;
  rewards: StoredReward[];
  stock: StoredStock[];
}

type OpeningRow = StoredParticipant &
  Pick<SavedAnswer, 'fingerprint' | 'status' | 'body'> & { saved_at: number } & Pick<
    Opening,
    'taken' | 'version'
  >;
type OwnRow = ChanceCount &
  Pick<Own, 'nonce' | 'draws'> & {
    rewards: Omit<StoredReward, 'activity' | 'participant'>[] | null;
    stock: StoredStock[] | null;
  };

/** Locks key and participant, and reads the key's answer. */
export async function readOpening(
  send: Send,
  { activity, participant, route, key, lock }: Foreseen,
): Promise<Opening> {
  const values = [activity, participant, route, key, lock];
  const { rows } = await send(OPENING, values);
  const { taken, version, fingerprint, status, body, saved_at, ...person } = rows[0] as OpeningRow;
  const isSaved = taken && fingerprint !== null;
  return {
    taken,
    version,
    saved: isSaved ? { activity, participant, route, key, fingerprint, status, body, at: saved_at } : null,
    participant: person.id === null ? null : person,
  };
}

/** Reads what is the participant's own, which must be locked, and the stock. */
export async function readOwn(
  send: Send,
  { activity, participant, day }: Foreseen,
  { epoch }: StoredActivity,
): Promise<Own> {
  const values = [activity, participant, epoch?.epoch ?? 0, day];
  const { rows } = await send(OWN, values);
  const { granted, used, nonce, draws, rewards, stock } = rows[0] as OwnRow;
  return {
    chances: { granted, used },
    epoch: epoch?.epoch ?? 0,
    nonce,
    draws,
    rewards: (rewards ?? []).map((reward) => ({ ...reward, activity, participant })),
    stock: stock ?? [],
  };
}
