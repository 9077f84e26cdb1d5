import { fact } from '@fanfare/core';
import type { Pay, Wish } from './checkin.wish.js';

/** A day that the backend has checked in. */
export interface CheckedFact {
  /** Day key in the activity's zone. */
  day: string;
  /** What the day gave, multiplied; milestones come on top. */
  points: number;
  /** Days in a row. */
  streak: number;
  /** 1, 2, 3 ... */
  lap: number;
  /** Days done of this lap. */
  lapDay: number;
}

/** What the check-in tells: DOM events `fanfare-<fact>`, `handle.on(fact)`, and the tracker. */
export const checkinFacts = {
  /** Today is checked in. */
  checked: fact<CheckedFact>('day', 'points', 'streak', 'lap', 'lapDay'),
  /** A missed day is made up. */
  made_up: fact<{ day: string; pay: Pay }>('day', 'pay'),
  /** Points became an item of the mall. */
  exchanged: fact<{ item: string; cost: number }>('item', 'cost'),
  /** The backend refused, by a code of the protocol; nothing was taken. */
  refused: fact<{ what: Wish['kind']; code: string }>('what', 'code'),
  /** The person wants to sign in: the host opens its login and calls `activity.refresh()` afterwards. */
  signin: fact<Record<string, never>>(),
};
