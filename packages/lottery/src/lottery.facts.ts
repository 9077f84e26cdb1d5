import { fact } from '@fanfare/core';
import type { Draw } from '@fanfare/protocol';

/** A draw that was shown to the person. */
export interface DrawnFact extends Pick<Draw, 'outcome' | 'prize' | 'reward' | 'receipt'> {
  /** Id of the draw. */
  draw: string;
}

/** What the lottery tells: DOM events `fanfare-<fact>`, `handle.on(fact)`, and the tracker. */
export const lotteryFacts = {
  /** The person asked for a draw. */
  tapped: fact<{ kind: 'wheel' | 'grid' }>('kind'),
  /** The wheel stands on the prize and the result is shown. */
  drawn: fact<DrawnFact>('outcome', 'prize', 'draw'),
  /** The backend refused a draw, by a code of the protocol; the chance is kept. */
  refused: fact<{ code: string }>('code'),
  /** The person wants to sign in: the host opens its login and calls `activity.refresh()` afterwards. */
  signin: fact<Record<string, never>>(),
};
