export { default as activity } from '@fanfare-example/new-year/activity.json';
