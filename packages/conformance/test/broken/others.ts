// What can be wrong with check-ins, invites, rewards and events, and what only shows when everybody comes at once.
import { answers, type Defect, resend, withBody } from './defect.js';
import { answeredBeforeCommit, noUniqueKey, oversold } from './draw.js';

/** A store that thinks in UTC whatever the activity's zone is. */
const inUtc: Defect['store'] = (store) => {
  const inside = <
    T extends {
      activity: (typeof store.read extends (work: (reader: infer R) => never) => unknown
        ? R
        : never)['activity'];
    },
  >(
    from: T,
  ): T => ({
    ...from,
    activity: async (id: string) => {
      const activity = await from.activity(id);
      return activity && { ...activity, definition: { ...activity.definition, zone: 'UTC' } };
    },
  });
  return {
    ...store,
    read: (work) => store.read((reader) => work(inside(reader))),
    transaction: (work) => store.transaction((tx) => work(inside(tx))),
  };
};

type Epochs = { epochs: object[] };
const fairness = (change: (body: Epochs) => object) =>
  answers((response, request) =>
    request.url.endsWith('/fairness') ? withBody(response, change as never) : response,
  );

export const otherDefects: Defect[] = [
  { name: 'days in UTC', clause: 'checkin.today', expected: /in (Asia|Pacific|America)/, store: inUtc },
  {
    name: 'the day out of the page',
    clause: 'checkin.forged',
    expected: /day_invalid/,
    fetch: (fetch) => async (request) =>
      fetch(
        request.url.endsWith('/check-ins')
          ? await resend(request, { body: ({ day: _, ...rest }) => rest })
          : request,
      ),
  },
  { name: 'a quota that nobody counts', clause: 'invite.quota', expected: /sold_out/, store: oversold },
  {
    name: 'rewards of others',
    clause: 'rewards.owner',
    expected: /not_found/,
    fetch: (fetch) => {
      const owners = new Map<string, string>();
      return async (request) => {
        const reward = /rewards\/([^/]+)\/claim$/.exec(request.url)?.[1] ?? '';
        const owner = owners.get(reward);
        const response = await fetch(
          owner ? await resend(request, { headers: { Authorization: owner } }) : request,
        );
        if (request.url.endsWith('/draws')) {
          const { draw } = (await response.clone().json()) as { draw?: { reward: string } };
          if (draw) owners.set(draw.reward, request.headers.get('Authorization')!);
        }
        return response;
      };
    },
  },
  {
    name: 'events that count twice',
    clause: 'events.duplicate',
    expected: /accepted, duplicate/,
    fetch: answers((response, request) =>
      request.url.endsWith('/v1/events')
        ? withBody(response, (body: { results: { id: string }[] }) => ({
            ...body,
            results: body.results.map(({ id }) => ({ id, status: 'accepted' })),
          }))
        : response,
    ),
  },
  {
    name: 'the seed is told while draws are made',
    clause: 'fairness.commitment',
    expected: /neither a seed/,
    fetch: fairness(({ epochs }) => ({
      epochs: epochs.map((epoch) => ({ ...epoch, seed: '00'.repeat(32) })),
    })),
  },
  {
    name: 'odds that change under an old commitment',
    clause: 'fairness.epoch',
    expected: /two epochs/,
    fetch: fairness(({ epochs, ...rest }) => ({ ...rest, epochs: epochs.slice(-1) })),
  },
  {
    name: 'a log whose prizes were changed after they were drawn',
    clause: 'fairness.log',
    expected: /Draw 1, or the one before it, is not what was sealed/,
    fetch: answers((response, request) =>
      request.url.includes('/fairness/draws')
        ? withBody(response, (log: { entries: { picked: string }[] }) => ({
            ...log,
            entries: log.entries.map((entry) => {
              const picked = entry.picked === 'luck' ? 'cup' : 'luck';
              return { ...entry, picked, prize: picked };
            }),
          }))
        : response,
    ),
  },
  {
    name: 'a log that leaves draws out',
    clause: 'fairness.log',
    expected: /missing/,
    fetch: answers((response, request) =>
      request.url.includes('/fairness/draws')
        ? withBody(response, (log: { entries: { sequence: number; draw: string }[] }) => ({
            ...log,
            entries: log.entries.map((entry) => ({ ...entry, sequence: entry.sequence + 1 })),
          }))
        : response,
    ),
  },
  {
    name: 'no unique index, 64 at once',
    clause: 'concurrency.key',
    expected: /key_in_progress/,
    store: noUniqueKey,
  },
  {
    name: 'stock is not counted, 64 at once',
    clause: 'concurrency.stock',
    expected: /40 cups won/,
    store: oversold,
  },
  {
    name: 'answered before the commit, 64 at once',
    clause: 'concurrency.acknowledged',
    expected: /rewards that were answered/,
    store: answeredBeforeCommit,
  },
];
