// The program that kill-invite.pg.test.ts starts: the app over HTTP, on a store that ends the process at a chosen
// moment of a claim. Its answer on standard output is the address it listens on.
import { createApp, seedDefinition } from '../../src/index.js';
import { serve } from '../../src/node/serve.js';
import { postgresStore } from '../../src/postgres/index.js';
import { keys } from '../backend.js';
import { inviting } from '../invite.backend.js';
import { armStore, type Moment } from './armed-store.js';

const { DATABASE = '', DOOMED_KEY = '', DOOMED_AT = '' } = process.env;
const moment = (Number(DOOMED_AT) || DOOMED_AT) as Moment;

const store = armStore(postgresStore(DATABASE), DOOMED_KEY, moment);
await store.ready();
const tiers = [
  {
    id: 'cash',
    friends: 1,
    name: { '*': 'Cash' },
    kind: 'cash' as const,
    envelope: { total: 5000, count: 100 },
    quota: 100,
  },
];
const schedule = { start_at: '2020-01-01T00:00:00Z', end_at: '2099-01-01T00:00:00Z' };
await seedDefinition(store, inviting({ qualify: undefined, tiers, steps: [] }, { schedule, pool: 5000 }));
const { url } = await serve(createApp({ store, keys }), { port: 0, host: '127.0.0.1' });
console.log(url);
