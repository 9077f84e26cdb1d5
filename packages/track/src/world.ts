// The world of a tracker: the page's with chance and address, but with a store of its own.
import { browserLocation, browserRandom, browserWorld, type Environment } from '@fanfare/core/environment';

/** The world around, but for what core remembers in it. */
export type World = Omit<Environment, 'storage'>;

/** The page's world. */
export const pageWorld = (): World => ({
  ...browserWorld(),
  random: browserRandom,
  location: browserLocation,
});
