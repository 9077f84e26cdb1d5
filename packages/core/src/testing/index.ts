export { type FakeActivityOptions, fakeActivity } from './activity.js';
export { type FakeEnvironment, fakeEnvironment, memoryStorage } from './environment.js';
export { findings, settled, withMedia } from './page.js';
export { testWidget, type WidgetContract } from './widget.js';
