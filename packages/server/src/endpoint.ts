// Every address that the app answers: the contract's routes, health, and development aids where asked for.
import { type Route, type RouteName, routes } from '@fanfare/protocol';
import { type DevClock, devEndpoints } from './dev/index.js';
import { healthEndpoints } from './health.js';
import type { Handler } from './routes/call.js';
import { handlers } from './routes/index.js';

/** An address with what answers it. */
export interface Endpoint extends Pick<Route, 'method' | 'path' | 'caller'> {
  name: string;
  handler: Handler;
}

/** All endpoints of an app; `clock` is there in development only. */
export function endpointsOf(clock: DevClock | null): Endpoint[] {
  const contract = Object.entries(handlers).map(([name, handler]) => ({
    ...routes[name as RouteName],
    handler,
  }));
  return [...contract, ...healthEndpoints, ...(clock ? devEndpoints(clock) : [])];
}
