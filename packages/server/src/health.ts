// For balancers and supervisors: alive, and able to serve.
import type { Endpoint } from './endpoint.js';
import { answerJson } from './http/answer.js';

export const healthEndpoints: Endpoint[] = [
  {
    name: 'healthz',
    method: 'GET',
    path: '/healthz',
    caller: 'public',
    handler: async () => answerJson({ status: 'ok' }),
  },
  {
    name: 'readyz',
    method: 'GET',
    path: '/readyz',
    caller: 'public',
    // A store that cannot be reached throws StoreUnavailable, which is answered 503.
    handler: async ({ env }) => {
      await env.store.ready();
      return answerJson({ status: 'ready' });
    },
  },
];
