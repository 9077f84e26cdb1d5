// What a backend can be certified for, one level at a time.
import type { Feature } from '@fanfare/protocol';

interface LevelRule {
  /** What the level says of a backend that passes it. */
  about: string;
  /** Features that `capabilities.get` must list before the level is tried. */
  features: Feature[];
}

/** Every level in the order of the report. */
export const levels = {
  core: { about: 'Reads, time, identity, caching, CORS, problems and bodies.', features: [] },
  draw: { about: 'One key, one draw; published odds; phases.', features: ['lottery'] },
  invite: { about: 'Codes, friends, tiers and their quotas.', features: ['invite'] },
  checkin: { about: 'Days of the zone, make-ups, points.', features: ['checkin'] },
  rewards: { about: 'What was won, claiming it, the points mall.', features: ['rewards'] },
  events: { about: 'The intake of events: each counted once.', features: ['track'] },
  fairness: { about: 'Commitments, the chained log, the reveal.', features: ['fairness'] },
  concurrency: {
    about: '64 clients at once: nothing oversold, nothing doubled, nothing lost.',
    features: [],
  },
} satisfies Record<string, LevelRule>;

/** A level's name. */
export type Level = keyof typeof levels;
export const levelNames = Object.keys(levels) as Level[];

/** Features that a level stands on. */
export const featuresOf = (level: Level): readonly Feature[] => levels[level].features;
