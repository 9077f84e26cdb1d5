// The program that kill.pg.test.ts starts: the app over HTTP, on a store that ends the process at a chosen moment.
// Its answer on standard output is the address it listens on.
import { createApp, seedDefinition } from '../../src/index.js';
import { serve } from '../../src/node/serve.js';
import { postgresStore } from '../../src/postgres/index.js';
import { keys, plain } from '../backend.js';
import { armStore, type Moment } from './armed-store.js';

const { DATABASE = '', DOOMED_KEY = '', DOOMED_AT = '' } = process.env;
const moment = (Number(DOOMED_AT) || DOOMED_AT) as Moment;

const store = armStore(postgresStore(DATABASE), DOOMED_KEY, moment);
await store.ready();
await seedDefinition(store, {
  ...plain,
  schedule: { start_at: '2020-01-01T00:00:00Z', end_at: '2099-01-01T00:00:00Z' },
  lottery: {
    // Every draw wins, so that each runs through all that a draw can do.
    prizes: [
      { id: 'cup', name: { '*': 'Cup' }, kind: 'goods', weight: 1, stock: 1000 },
      { id: 'luck', name: { '*': 'Good luck' }, kind: 'none', weight: 0 },
    ],
    chances: [{ id: 'joined', fact: 'joined', chances: 3 }],
  },
  // Every check-in reaches a milestone, joins a group and pays for a mug.
  checkin: {
    lap_days: 7,
    points: 10,
    milestones: [{ day: 1, name: { '*': 'First' }, points: 5 }],
    groups: [{ id: 'a', channel: 'group-a', title: { '*': 'A' } }],
  },
  shop: { items: [{ id: 'mug', name: { '*': 'Mug' }, cost: 15, stock: 1000, price: 100 }] },
});
const { url } = await serve(createApp({ store, keys }), { port: 0, host: '127.0.0.1' });
console.log(url);
