import { createRequire } from 'node:module';
import type { Story } from '../story.js';

/** The published stories of days. */
export function readStories(): Story[] {
  const { stories } = createRequire(import.meta.url)('@fanfare/protocol/vectors/days.json') as {
    stories: Story[];
  };
  return stories;
}
