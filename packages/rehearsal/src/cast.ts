// Who can take the stage, and what has happened to them before. All of it goes through the app's own routes.
import type { Definition } from '@fanfare/protocol';
import { type Backend, NETWORK } from './backend.js';

/** Every persona, by name. */
export const personaNames = ['new', 'inviter', 'friend', 'winner', 'abuser'] as const;
/**
 * `new` has never been here, `inviter` has friends who count and one who waits, `friend` comes by the inviter's link,
 * `winner` wins every draw and has won once, `abuser` comes from a network that has used its limits up.
 */
export type PersonaName = (typeof personaNames)[number];

/** A person on stage. */
export interface Player {
  persona: PersonaName;
  /** Names the person's phone; two who are `new` have two. */
  device: string;
  /** Null for a guest. */
  member: { sub: string; name: string } | null;
  /** The network that the person seems to come from. */
  network: string | null;
}

const NAMES: Record<PersonaName, string> = {
  new: '陈新禾',
  inviter: '林小满',
  friend: '周知夏',
  winner: '何锦程',
  abuser: '路人甲',
};
/** Friends of the inviter: two who count, and one who has accepted and done nothing yet. */
const FRIENDS = [
  { sub: 'friend-of-lin-1', name: '苏打', counts: true },
  { sub: 'friend-of-lin-2', name: 'Ava Chen', counts: true },
  { sub: 'friend-of-lin-3', name: '阿澄', counts: false },
];
const ABUSERS_NETWORK = '198.51.100.7';

/** @param turn Tells apart who is new again and again. */
export function playerOf(persona: PersonaName, turn: number, { guests }: Definition): Player {
  const isOneOfMany = persona === 'new' || persona === 'friend';
  const sub = isOneOfMany ? `${persona}-${turn}` : persona;
  const isGuest = isOneOfMany && guests === 'act';
  return {
    persona,
    device: sub,
    member: isGuest ? null : { sub, name: NAMES[persona] },
    network: persona === 'abuser' ? ABUSERS_NETWORK : null,
  };
}

/** The code in the inviter's link. */
export async function inviterCode(backend: Backend): Promise<string | undefined> {
  const me = await backend.me(await backend.tokenFor('inviter', NAMES.inviter));
  return me?.sections.invite?.code;
}

/** Brings the inviter's friends. */
async function befriend(backend: Backend, { id, invite }: Definition): Promise<void> {
  const code = invite && (await inviterCode(backend));
  if (!code) return;
  for (const { sub, name, counts } of FRIENDS) {
    const token = await backend.tokenFor(sub, name);
    const path = `/v1/activities/${id}/invites/${code}/accept`;
    await backend.call(path, { token, key: `accept-${sub}`, body: {} });
    if (counts && invite.qualify)
      await backend.record({ id: `qualify-${sub}`, participant: sub, name: invite.qualify });
  }
}

const draw = (backend: Backend, activity: string, token: string, key: string, network?: string) =>
  backend.call(`/v1/activities/${activity}/draws`, {
    token,
    key,
    body: { client_seed: key },
    ...(network && { network }),
  });

async function winOnce(backend: Backend, { id, lottery }: Definition): Promise<void> {
  if (!lottery) return;
  const token = await backend.tokenFor('winner', NAMES.winner);
  await draw(backend, id, token, 'first-win');
}

/** Others on the same network were here first today. */
async function useLimitsUp(backend: Backend, definition: Definition, day: number): Promise<void> {
  const { id, lottery, checkin, invite } = definition;
  const network = ABUSERS_NETWORK;
  const token = await backend.tokenFor(`accomplice-${day}`, NAMES.abuser);
  const key = `used-up-${day}`;
  if (lottery) await draw(backend, id, token, key, network);
  if (checkin) await backend.call(`/v1/activities/${id}/check-ins`, { token, key, body: {}, network });
  const code = invite && (await inviterCode(backend));
  if (code)
    await backend.call(`/v1/activities/${id}/invites/${code}/accept`, { token, key, body: {}, network });
}

/** Lets happen what has happened to a persona before. Run again, it changes nothing. */
export async function prepare(
  backend: Backend,
  definition: Definition,
  persona: PersonaName,
  now: number,
): Promise<void> {
  if (persona === 'inviter' || persona === 'friend') await befriend(backend, definition);
  if (persona === 'winner') await winOnce(backend, definition);
  if (persona === 'abuser') await useLimitsUp(backend, definition, Math.floor(now / 86_400_000));
}

/** A request as it comes from the player's network. */
export function fromNetwork(request: Request, { network }: Player): Request {
  if (!network) return request;
  const headers = new Headers(request.headers);
  headers.set(NETWORK, network);
  return new Request(request, { headers });
}
