// A backend with an activity to invite into, and the taps of inviters and friends.
import type { DefinitionInput } from '@fanfare/protocol';
import type { AppOptions } from '../src/index.js';
import type { Store } from '../src/store.js';
import { createBackend, keys, plain } from './backend.js';

export type InviteInput = NonNullable<DefinitionInput['invite']>;

const name = (text: string) => ({ '*': text });

/** Tiers at 1, 2 and 3 friends; an order makes a friend count; a followed account and a proof; two steps. */
export const invite = {
  qualify: 'ordered',
  tiers: [
    {
      id: 'one',
      friends: 1,
      name: name('Sticker'),
      kind: 'goods',
      quota: 2,
      form: 'address',
      claim_days: 7,
      cost: 300,
    },
    {
      id: 'two',
      friends: 2,
      name: name('Envelope'),
      kind: 'cash',
      envelope: { total: 1000, count: 4 },
      form: 'account',
    },
    { id: 'three', friends: 3, name: name('Points'), kind: 'points', points: 50 },
  ],
  tasks: [
    {
      id: 'follow',
      kind: 'follow',
      title: name('Follow'),
      url: 'https://follow.example/',
      done_by: 'followed',
    },
    { id: 'proof', kind: 'proof', title: name('Share'), friends: 1 },
  ],
  steps: [
    {
      id: 'where',
      title: name('Where?'),
      options: [
        { id: 'online', title: name('Online'), url: 'https://steps.example/online' },
        { id: 'branch', title: name('At a branch'), url: 'https://steps.example/branch' },
      ],
      by_channel: { lobby: 'branch' },
    },
    { id: 'register', title: name('Register'), url: 'https://steps.example/register', done_by: 'registered' },
  ],
} satisfies InviteInput;

/** The activity; `change` replaces parts of its invite section, `more` of the whole. */
export const inviting = (
  change: Partial<InviteInput> = {},
  more: Partial<DefinitionInput> = {},
): DefinitionInput => ({
  ...plain,
  invite: { ...invite, ...change },
  ...more,
});

/** A backend with the taps as functions. People are named by their `sub`. */
export async function createInviteBackend(
  definitions: DefinitionInput[] = [inviting()],
  options: Partial<AppOptions> & { store?: Store } = {},
) {
  const backend = await createBackend(definitions, options);
  let number = 0;
  const fresh = () => `key-${++number}`;
  const act = async (
    who: string | { token: string },
    path: string,
    {
      body = {},
      key = fresh(),
      headers,
    }: { body?: object; key?: string; headers?: Record<string, string> } = {},
  ) => {
    const token = typeof who === 'string' ? await backend.member(who) : who.token;
    return backend.post(`/v1/activities/plain${path}`, { token, key, body, headers });
  };
  const me = async (who: string | { token: string }) =>
    (await backend.me(typeof who === 'string' ? await backend.member(who) : who.token)).sections;
  const codeOf = async (who: string | { token: string }): Promise<string> => (await me(who)).invite.code;
  const accept = async (friend: string | { token: string }, inviter: string | { token: string }, call = {}) =>
    act(friend, `/invites/${await codeOf(inviter)}/accept`, call);
  const fact = (participant: string, name: string, id = fresh()) => backend.fact({ id, participant, name });
  const review = (id: string, decision: string, reason?: string, kind = 'submissions') =>
    backend.post(`/v1/admin/activities/plain/${kind}/${id}/review`, {
      token: keys.admin[0]!.key,
      body: { decision, ...(reason && { reason }) },
    });
  return {
    ...backend,
    act,
    section: async (who: string | { token: string }) => (await me(who)).invite,
    sections: me,
    codeOf,
    accept,
    recordFact: fact,
    claimTier: (who: string | { token: string }, tier: string, call = {}) =>
      act(who, `/tiers/${tier}/claim`, call),
    submit: (who: string | { token: string }, task: string, body = {}) =>
      act(who, `/tasks/${task}/submissions`, { body }),
    claimReward: (who: string | { token: string }, reward: string, body = {}, key = fresh()) =>
      act(who, `/rewards/${reward}/claim`, { body, key }),
    review,
    adminGet: (path: string) =>
      backend.get(`/v1/admin/activities/plain/${path}`, { token: keys.admin[0]!.key }),
    /** Friends who count for somebody. */
    bring: async (inviter: string, ...friends: string[]) => {
      for (const friend of friends) {
        await accept(friend, inviter);
        await fact(friend, 'ordered');
      }
    },
    live: async () => (await backend.get('/v1/activities/plain/live')).json(),
  };
}

/** Status and code of a refusal. */
export const refusalOf = async (response: Response): Promise<[number, string]> => [
  response.status,
  (await response.json()).code,
];
