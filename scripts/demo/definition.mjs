// The activity of the demo: the example's definition, a little quicker to react, with a gift for trying things out.
import { readFileSync } from 'node:fs';

/** The fact behind the "one more chance" button of the pages. */
export const GIFT = 'gift';

/** @param {string} file */
export function loadDefinition(file) {
  const definition = JSON.parse(readFileSync(file, 'utf8'));
  return {
    ...definition,
    jitter_seconds: 3,
    live_seconds: 5,
    lottery: {
      ...definition.lottery,
      draws_per_day: 1000,
      chances: [...definition.lottery.chances, { id: GIFT, fact: GIFT, chances: 1 }],
    },
  };
}
