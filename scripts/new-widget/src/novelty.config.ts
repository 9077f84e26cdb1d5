// What a host may set. Each key is an attribute of the element, a property and an option of `mount` alike.
import { type ConfigOf, oneOf, whole } from '@fanfare/core';

export const noveltyConfig = {
  /** How the card looks. @default "plain" */
  look: oneOf(['plain', 'festive'], 'plain'),
  /** How often a participant may wave, 1 to 99. @default 3 */
  most: whole(3, 1, 99),
};
export type NoveltyConfig = ConfigOf<typeof noveltyConfig>;
