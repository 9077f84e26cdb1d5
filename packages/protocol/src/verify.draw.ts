// One's own draw: what was told, what stands in the log, and what seed and odds say.
import type { Commitment, Fairness, LogEntry } from './fairness.js';
import { participantHash } from './fairness.proof.js';
import type { Draw } from './lottery.js';
import { replayEntry } from './verify.entry.js';
import { checkEpoch } from './verify.epoch.js';
import type { Finding } from './verify.finding.js';

/** A draw as its participant knows it. */
export interface DrawQuestion {
  activity: string;
  participant: string;
  /** `participant.salt` of `me`. */
  salt: string;
  client_seed: string;
  /** What the draw was answered with. */
  draw: Pick<Draw, 'id' | 'at' | 'epoch' | 'nonce' | 'prize'>;
  /** The answer of `fairness.get`. */
  fairness: Fairness;
  /** The draw's entry in the log; null when the log has none, absent when it was not looked for. */
  entry?: LogEntry | null;
  /** The commitment that was published before the draw, where it was kept. */
  seen?: Commitment;
}

/** What came out. */
export interface DrawReport {
  /** Whether nothing was found. */
  ok: boolean;
  findings: Finding[];
  /** `proven`: the draw was made again. `committed`: the seed is secret until the close; all else is in order. */
  state: 'proven' | 'committed' | 'refuted';
}

const FIELDS = ['id', 'at', 'epoch', 'nonce', 'prize', 'client_seed'] as const;

/** Checks one's own draw. */
export function verifyDraw(question: DrawQuestion): DrawReport {
  const { activity, participant, salt, client_seed, draw, entry, fairness, seen } = question;
  const findings: Finding[] = [];
  const report = (finding: Finding) => void findings.push(finding);
  const say = (code: Finding['code'], detail: string) =>
    report({ code, detail, epoch: draw.epoch, draw: draw.id });
  const found = fairness.epochs.find(({ epoch }) => epoch === draw.epoch);
  let isReplayed = false;
  if (!found) say('epoch_unknown', `Nobody announced epoch ${draw.epoch}.`);
  else {
    const epoch = checkEpoch(found, seen ? [seen] : [], report);
    if (entry === null) say('draw_missing', 'The draw does not stand in the log.');
    if (entry) {
      const told = { ...draw, client_seed };
      const logged = { ...entry, id: entry.draw };
      for (const field of FIELDS)
        if (told[field] !== logged[field])
          say('draw_differs', `"${field}" was told as "${told[field]}", the log says "${logged[field]}".`);
      const { epoch: number, nonce } = draw;
      if (participantHash({ activity, participant, salt, epoch: number, nonce }) !== entry.participant_hash)
        say('participant_wrong', 'The entry in the log is somebody else’s.');
      ({ isReplayed } = replayEntry(activity, entry, epoch, report));
    }
  }
  const ok = findings.length === 0;
  return { ok, findings, state: !ok ? 'refuted' : isReplayed ? 'proven' : 'committed' };
}
