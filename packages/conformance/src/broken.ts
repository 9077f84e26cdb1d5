import { show } from './exchange.show.js';
import { formatExchanges } from './report/failure.js';
import { Broken } from './verdict.js';

/** Why a run could not begin, for people. */
export function describeBroken(error: unknown): string {
  if (error instanceof Broken)
    return `The backend could not be tried.\n${formatExchanges(error.exchanges.map(show), [['expected', error.expected]])}`;
  return error instanceof Error ? error.message : String(error);
}
