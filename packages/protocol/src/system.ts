// What a backend says of itself.
import * as z from 'zod/mini';
import { count } from './primitives.js';

export const feature = z.enum([
  'guests',
  'facts',
  'lottery',
  'codes',
  'invite',
  'tasks',
  'uploads',
  'checkin',
  'shop',
  'rewards',
  'fairness',
  'raffle',
  'track',
  'stream',
  'wechat',
  'admin',
]);
export type Feature = z.infer<typeof feature>;

export const capabilities = z.object({
  /** Major version of the protocol: `1`. */
  protocol: z.string(),
  /** Name and version of the implementation, for support. */
  server: z.string(),
  features: z.array(z.string()),
  limits: z.object({ body_bytes: count, batch_events: count, batch_bytes: count }),
});
export type Capabilities = z.infer<typeof capabilities>;

/** The server's clock, unix milliseconds. The same number as the `Fanfare-Time` header of that answer. */
export const serverTime = z.object({ now: count });

/** What the WeChat JS-SDK's `config` needs for one page. */
export const wechatSignature = z.object({
  app_id: z.string(),
  timestamp: count,
  nonce: z.string(),
  signature: z.string(),
});
