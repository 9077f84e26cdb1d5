// Every address that the app answers: the contract's routes, health, and development aids where asked for.
import { type RouteName, routes } from '@fanfare/protocol';
import { type DevClock, devEndpoints } from './dev/index.js';
import type { Endpoint } from './endpoint.js';
import { healthEndpoints } from './health.js';
import { metricsEndpoint } from './operations/metrics.endpoint.js';
import { reportPageEndpoints } from './reports/page.endpoints.js';
import { handlers } from './routes/index.js';
import { uploadEndpoints } from './tasks/upload.endpoints.js';

/** All endpoints of an app; `clock` is there in development only. */
export function endpointsOf(clock: DevClock | null): Endpoint[] {
  const contract = Object.entries(handlers).map(([name, handler]) => ({
    ...routes[name as RouteName],
    handler,
  }));
  return [
    ...contract,
    ...healthEndpoints,
    metricsEndpoint,
    ...uploadEndpoints,
    ...reportPageEndpoints,
    ...(clock ? devEndpoints(clock) : []),
  ];
}
