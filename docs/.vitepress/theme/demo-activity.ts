export { default as activity } from '../../../examples/new-year/activity.json';
