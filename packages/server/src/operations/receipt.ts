// The story behind a receipt, for whoever helps the person that reads it out.
import type { ReceiptStory } from '@fanfare/protocol';
import type { Reader, StoredDraw, StoredParticipant, StoredReward } from '../store.js';

/** A receipt as it is stored, however it was typed: `k3vd9q0t7xwa`, with O for 0 and I or L for 1. */
export const receiptOf = (typed: string): string =>
  (
    typed
      .toUpperCase()
      .replace(/O/g, '0')
      .replace(/[IL]/g, '1')
      .replace(/[^0-9A-Z]/g, '')
      .match(/.{1,4}/g) ?? []
  ).join('-');

const whoOf = ({ id, kind, name, avatar }: StoredParticipant) => ({
  id,
  kind,
  ...(name !== null && { name }),
  ...(avatar !== null && { avatar }),
});

const drawOf = (draw: StoredDraw): NonNullable<ReceiptStory['draw']> => {
  const { id, at, outcome, prize, reward, receipt, epoch, nonce, client_seed, version } = draw;
  const made = new Date(at).toISOString();
  return { id, at: made, outcome, prize, reward, receipt, epoch, nonce, client_seed, version };
};

/** A reward without whose it is. */
export const rewardOf = ({ activity: _activity, participant: _participant, ...reward }: StoredReward) =>
  reward;

/** Whose it is now: a linked guest's things are its member's. */
async function ownerNow(reader: Reader, activity: string, id: string): Promise<StoredParticipant | null> {
  const person = await reader.participant({ activity, participant: id });
  return person?.linked_to ? reader.participant({ activity, participant: person.linked_to }) : person;
}

/** What is known of a receipt; null when there is none. */
export async function readReceipt(
  reader: Reader,
  activity: string,
  typed: string,
): Promise<ReceiptStory | null> {
  const receipt = receiptOf(typed);
  const draw = await reader.drawByReceipt(activity, receipt);
  const reward = await reader.rewardByReceipt(activity, receipt);
  const made = draw?.participant ?? reward?.participant;
  const person = made === undefined ? null : await ownerNow(reader, activity, made);
  if (!person) return null;
  const claim = reward && (await reader.claim(activity, reward.id));
  return {
    receipt,
    participant: { ...whoOf(person), joined_at: new Date(person.joined_at).toISOString() },
    ...(draw && draw.participant !== person.id && { drawn_as: draw.participant }),
    ...(draw && { draw: drawOf(draw) }),
    ...(reward && { reward: rewardOf(reward) }),
    ...(claim && { claimed_at: new Date(claim.at).toISOString() }),
  };
}
