export { createTracker } from '@fanfare/track';
