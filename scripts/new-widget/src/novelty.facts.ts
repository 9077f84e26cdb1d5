import { fact } from '@fanfare/core';

/** What the widget tells: to `handle.on`, as DOM events, and (the properties named here only) to the tracker. */
export const noveltyFacts = {
  /** The participant has waved, so many times by now. */
  waved: fact<{ waves: number }>('waves'),
};
