export { createTracker } from './create-tracker.js';
export type { BatchNote } from './delivery/batch-note.js';
export type { Priority } from './event/row.js';
export { defineExperiment, type Experiment } from './experiments.js';
export { type ImpressionTarget, observeImpressions } from './impressions.js';
export type { Kept } from './intake/keeper.js';
export type { DropReason } from './intake/page-state.js';
export { definePlan } from './plan/define-plan.js';
export { planToCsv, planToMarkdown } from './plan/export-plan.js';
export type {
  EventDeclaration,
  EventDeclarations,
  EventShapes,
  Plan,
  PlannedEvent,
  PropertyKind,
} from './plan/plan.js';
export type {
  Consent,
  EventState,
  Inspection,
  Tracker,
  TrackerEvents,
  TrackerOptions,
  TrackerStats,
} from './tracker.js';
