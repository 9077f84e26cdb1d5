// What can be wrong with draws and their keys.
import type { Defect } from './defect.js';
import { answers, otherwise, resend, rulesSee, withBody, withHeaders } from './defect.js';

class Lost extends Error {
  constructor(readonly answer: unknown) {
    super('the power went off before the commit');
  }
}

/** How many of 256 bytes leave each remainder: the odds of `byte % total`. */
const remainders = (total: number) =>
  Array.from({ length: total }, (_, at) => Math.floor((255 - at) / total) + 1);

const keyOf = (request: Request) => `${request.url} ${request.headers.get('Idempotency-Key')}`;
const isDraw = (request: Request) => request.url.endsWith('/draws');

export const oversold = otherwise((tx) => ({
  takeStock: async () => true,
  stock: async (activity) =>
    (await tx.stock(activity)).map((row) => ({ ...row, left: Math.max(1, row.left) })),
}));

export const noUniqueKey = otherwise(() => ({ savedAnswer: async () => null, saveAnswer: async () => {} }));

/** Every third draw is answered, and then its transaction does not commit. */
export const answeredBeforeCommit: Defect['store'] = (store) => {
  let draws = 0;
  return {
    ...store,
    transaction: (work) =>
      store
        .transaction(async (tx) => {
          let isLost = false;
          const addDraw: typeof tx.addDraw = (...parameters) => {
            isLost = ++draws % 3 === 0;
            return tx.addDraw(...parameters);
          };
          const answer = await work({ ...tx, addDraw });
          if (isLost) throw new Lost(answer);
          return answer;
        })
        .catch((error) => {
          if (error instanceof Lost) return error.answer as Awaited<ReturnType<typeof work>>;
          throw error;
        }),
  };
};

export const drawDefects: Defect[] = [
  {
    name: 'no unique index on keys',
    clause: 'draw.key.replay',
    expected: /bytes of the first/,
    store: noUniqueKey,
  },
  {
    name: 'a replay is made anew',
    clause: 'draw.key.replay',
    expected: /bytes of the first/,
    fetch: answers((response) =>
      response.headers.has('Idempotency-Replayed')
        ? withBody(response, (body: object) => ({ ...body, replayed_at: Date.now() }))
        : response,
    ),
  },
  {
    name: 'a replay does not say so',
    clause: 'draw.key.replay',
    expected: /Idempotency-Replayed: true/,
    fetch: answers((response) => withHeaders(response, { 'Idempotency-Replayed': null })),
  },
  {
    name: 'a known key is answered whatever the body',
    clause: 'draw.key.body',
    expected: /key_reused/,
    fetch: (fetch) => {
      const bodies = new Map<string, Record<string, unknown>>();
      return async (request) => {
        if (!isDraw(request)) return fetch(request);
        const key = keyOf(request);
        const body = (own: Record<string, unknown>) => {
          bodies.set(key, bodies.get(key) ?? own);
          return bodies.get(key);
        };
        return fetch(await resend(request, { body }));
      };
    },
  },
  {
    name: 'keys of all participants lie in one place',
    clause: 'draw.key.participant',
    expected: /a draw of its own/,
    store: otherwise((tx) => ({
      savedAnswer: (owner, ...rest) => tx.savedAnswer({ ...owner, participant: 'all' }, ...rest),
      saveAnswer: (answer) => tx.saveAnswer({ ...answer, participant: 'all' }),
    })),
  },
  {
    name: 'refusals are saved',
    clause: 'draw.key.refusal',
    expected: /status 200/,
    fetch: (fetch) => {
      const refusals = new Map<string, Response>();
      return async (request) => {
        const key = keyOf(request);
        const saved = refusals.get(key);
        if (saved) return saved.clone();
        const response = await fetch(request);
        if (isDraw(request) && response.status === 409) refusals.set(key, response.clone());
        return response;
      };
    },
  },
  {
    name: 'a key is looked up and then written, with nothing to hold it in between',
    clause: 'draw.key.concurrent',
    expected: /the same bytes/,
    fetch: (fetch) => {
      const saved = new Map<string, string>();
      let inner = 0;
      return async (request) => {
        const key = keyOf(request);
        const known = saved.get(key);
        if (!isDraw(request)) return fetch(request);
        if (known) return new Response(known, { headers: { 'Idempotency-Replayed': 'true' } });
        const response = await fetch(await resend(request, { headers: { 'Idempotency-Key': `${++inner}` } }));
        saved.set(key, await response.clone().text());
        return response;
      };
    },
  },
  {
    name: 'answered before the commit',
    clause: 'draw.result',
    expected: /chances left/,
    store: answeredBeforeCommit,
  },
  {
    name: 'a pick by byte % n',
    clause: 'draw.odds',
    expected: /chi-square/,
    store: rulesSee(({ lottery }) => {
      const odds = remainders(lottery!.prizes.reduce((sum, { weight }) => sum + weight, 0));
      const prizes = lottery!.prizes.map((prize) => {
        const weight = odds.splice(0, prize.weight).reduce((sum, bytes) => sum + bytes, 0);
        return { ...prize, weight };
      });
      return { lottery: { ...lottery!, prizes } };
    }),
  },
  { name: 'stock is not counted', clause: 'draw.stock', expected: /2 cups/, store: oversold },
  {
    name: 'a prize that is gone makes way for the next one',
    clause: 'draw.stock',
    expected: /hardly a coupon/,
    store: otherwise((tx) => ({
      activity: async (id) => {
        const activity = await tx.activity(id);
        const isGone = (await tx.stock(id)).some(({ left }) => left === 0);
        if (!isGone || !activity?.definition.lottery) return activity;
        const prizes = activity.definition.lottery.prizes.map((prize) => ({
          ...prize,
          weight: prize.id === 'coupon' ? 1_000_000 : 0,
        }));
        return {
          ...activity,
          definition: { ...activity.definition, lottery: { ...activity.definition.lottery, prizes } },
        };
      },
    })),
  },
  {
    name: 'chances are not used up',
    clause: 'draw.chances',
    expected: /no_chances/,
    store: otherwise(() => ({ useChance: async () => true })),
  },
  {
    name: 'the start is not looked at',
    clause: 'draw.phase.start',
    expected: /not_started at/,
    store: rulesSee(({ schedule }) => ({ schedule: { ...schedule, start_at: '2020-01-01T00:00:00Z' } })),
  },
  {
    name: 'the end is not looked at',
    clause: 'draw.phase.end',
    expected: /ended at/,
    store: rulesSee(({ schedule }) => ({ schedule: { ...schedule, end_at: '2120-01-01T00:00:00Z' } })),
  },
  {
    name: 'fields that decide are taken and dropped',
    clause: 'draw.input',
    expected: /invalid/,
    fetch: (fetch) => async (request) => {
      const text = await request.clone().text();
      if (!isDraw(request) || !text.includes('client_seed":"kit')) return fetch(request);
      return fetch(await resend(request, { body: ({ client_seed }) => ({ client_seed }) }));
    },
  },
];
