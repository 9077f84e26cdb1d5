// The reference server as a backend under test: the app in this process, over any store.
import { type App, type AppOptions, createApp } from '@fanfare/server';
import { memoryStore } from '@fanfare/server/memory';
import { type ConformanceOptions, readStories } from '../src/index.js';

export const SECRET = 'conformance-participants-0123456789abcdef';
export const keys = {
  participant: [{ alg: 'HS256' as const, secret: SECRET, project: 'conformance' }],
  guest: 'conformance-guests-0123456789abcdefghij',
  host: [{ key: 'conformance-host-key', project: 'conformance' }],
  admin: [{ key: 'conformance-admin-key' }],
};

/** The app with the kit's keys. */
export const referenceApp = (options: Partial<AppOptions> = {}) =>
  createApp({
    store: memoryStore(),
    keys,
    dev: true,
    trackKeys: [{ key: 'pk_conformance', project: 'conformance' }],
    ...options,
  });

/** The app with draws sealed before its log is read; `fanfare-server` seals them all the time. */
export const sealing = (app: App): Pick<App, 'fetch'> => ({
  async fetch(request) {
    if (request.url.includes('/fairness/draws')) await app.seal();
    return app.fetch(request);
  },
});

/** What the kit is told of it. */
export const referenceOptions = {
  signingJwk: { kty: 'oct', alg: 'HS256', k: Buffer.from(SECRET).toString('base64url') },
  adminKey: keys.admin[0]!.key,
  hostKey: keys.host[0]!.key,
  trackKey: 'pk_conformance',
  devClock: true,
  stories: readStories(),
} satisfies ConformanceOptions;

export const ENDPOINT = 'https://backend.example';
