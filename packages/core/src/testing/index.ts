export { type FakeActivityOptions, fakeActivity } from './activity.js';
export { type FakeEnvironment, fakeEnvironment, memoryStorage } from './environment.js';
