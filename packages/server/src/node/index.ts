export { challengeAt, networkFromHeader, wechatAt } from './connections.js';
export { loadDefinitions, type SeededDefinition } from './definitions.js';
export { type Served, type ServeOptions, serve } from './serve.js';
