import type { Route } from '@fanfare/protocol';
import type { Handler } from './routes/call.js';

/** An address with what answers it. */
export interface Endpoint extends Pick<Route, 'method' | 'path' | 'caller'> {
  name: string;
  handler: Handler;
}
