// A sealed draw as the public log shows it.
import type { LogEntry } from '@fanfare/protocol';
import type { SealedDraw, StoredDraw } from '../store.js';

/** The public fields of a draw at its place, without the hash. */
export const unhashedEntry = (
  { id, participant_hash, epoch, nonce, client_seed, picked, prize, at }: StoredDraw,
  sequence: number,
): Omit<LogEntry, 'hash'> => ({
  sequence,
  draw: id,
  participant_hash,
  epoch,
  nonce,
  client_seed,
  picked,
  prize,
  at: new Date(at).toISOString(),
});

/** An entry of the log. */
export const entryOf = (draw: SealedDraw): LogEntry => ({
  ...unhashedEntry(draw, draw.sequence),
  hash: draw.hash,
});
