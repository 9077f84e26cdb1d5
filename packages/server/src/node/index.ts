export { challengeAt, networkFromHeader, wechatAt } from './connections.js';
export { loadDefinitions, type SeededDefinition } from './definitions.js';
export { runSink, type SinkPace } from './run-sink.js';
export { type Served, type ServeOptions, serve } from './serve.js';
