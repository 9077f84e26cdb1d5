// What a host may set. Each key is an attribute of the element, a property and an option of `mount` alike.
import { type ConfigInput, type ConfigOf, oneOf, whole } from '@fanfare/core';

export const noveltyConfig = {
  /** How the card looks. @default "plain" */
  look: oneOf(['plain', 'festive'], 'plain'),
  /** How often a participant may wave, 1 to 99. @default 3 */
  most: whole(3, 1, 99),
};

/** A novelty's options, all of them filled in. */
export type NoveltyConfig = ConfigOf<typeof noveltyConfig>;
/** A novelty's options as a host writes them. */
export type NoveltyOptions = ConfigInput<typeof noveltyConfig>;
