// The question before a missed day is made up: how it is paid.
import { Confirm } from './checkin.confirm.js';
import { daysText } from './checkin.days-text.js';
import { balanceOf, canAsk } from './checkin.state.js';
import { dayWords } from './checkin.time.js';
import type { LaterProps } from './checkin.view-props.js';
import type { Pay } from './checkin.wish.js';

export function MakeUp({ state, actions, t, locale, chosen, choose }: LaterProps) {
  const more = t.with(daysText);
  const day = chosen!;
  const { plan, checkin } = state.world;
  const { cost, friends } = plan!.make_up;
  const left = checkin?.make_up_left ?? 0;
  const have = balanceOf(state.world);
  const pay = (how: Pay, words: string) => (
    <button
      type="button"
      class="main"
      aria-disabled={!canAsk(state, { kind: 'make_up', day, pay: how })}
      onClick={() => actions.makeUp(day, how)}
    >
      {words}
    </button>
  );
  const words = dayWords(locale, { month: 'long', day: 'numeric' })(day);
  return (
    <Confirm
      title={more('makeUp', { day: words })}
      cancel={more('cancel')}
      onCancel={() => choose(undefined)}
    >
      {left > 0
        ? pay('quota', more('quota', { n: left }))
        : plan!.make_up.per_lap > 0 && <p>{more('noQuota')}</p>}
      {cost !== undefined &&
        (cost <= have ? (
          pay('points', more('points', { n: cost }))
        ) : (
          <p>{more('pointsShort', { n: cost, have })}</p>
        ))}
      {friends !== undefined &&
        (friends <= (state.world.friends ?? friends) ? (
          pay('invite', more('invite', { n: friends }))
        ) : (
          <p>{more('friendsShort', { n: friends })}</p>
        ))}
      {!checkin?.missed.includes(day) && <p>{more('nothing')}</p>}
    </Confirm>
  );
}
