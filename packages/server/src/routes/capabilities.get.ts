import type { Capabilities, Feature } from '@fanfare/protocol';
import { answerCached } from '../http/answer.js';
import { VERSION } from '../version.js';
import type { Handler } from './call.js';

const FEATURES: Feature[] = [
  'guests',
  'facts',
  'lottery',
  'codes',
  'invite',
  'tasks',
  'uploads',
  'rewards',
  'checkin',
  'shop',
  'fairness',
  'raffle',
  'track',
  'admin',
];

/** What this server can do. */
export const capabilitiesGet: Handler = ({ env, request }) => {
  const capabilities: Capabilities = {
    protocol: '1',
    server: `fanfare-server/${VERSION}`,
    features: env.wechat ? [...FEATURES, 'wechat'] : FEATURES,
    limits: {
      body_bytes: env.limits.bodyBytes,
      batch_events: env.limits.batchEvents,
      batch_bytes: env.limits.batchBytes,
    },
  };
  return answerCached(request, capabilities, 'public, max-age=300');
};
