export { createTransport, type HandlerCall, type Handlers } from './handlers.js';
export { type HttpOptions, httpTransport } from './http.js';
export { type RetryOptions, sendWithRetry } from './retry.js';
export { readRetryAfter } from './retry-after.js';
export type { Answer, Call, Failure, Transport } from './transport.js';
