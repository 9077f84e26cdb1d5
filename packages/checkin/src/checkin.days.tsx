// The part with the calendar and the question before a make-up. Loaded when one of them is wanted.
import { dayKeyAt } from '@fanfare/protocol/day';
import type { h } from 'preact';
import confirmCss from './checkin.confirm.css?inline';
import ownCss from './checkin.days.css?inline';
import { daysText } from './checkin.days-text.js';
import { MakeUp } from './checkin.make-up.js';
import { Month } from './checkin.month.js';
import type { LaterProps } from './checkin.view-props.js';
import { gateOf } from './checkin.world.js';

export const css = ownCss + confirmCss;

function Days(props: LaterProps) {
  const { config, state, t, locale, opened, chosen, choose } = props;
  const { world } = state;
  const more = t.with(daysText);
  const gate = gateOf(world);
  const canMakeUp = gate === 'ready' || gate === 'done';
  return (
    <div class="days">
      {chosen && canMakeUp && <MakeUp key={chosen} {...props} />}
      {(config.view === 'month' || opened === 'month') && (
        <>
          <Month
            world={world}
            t={more}
            locale={locale}
            from={dayKeyAt(world.zone, Date.parse(world.startAt))}
            to={dayKeyAt(world.zone, Date.parse(world.endAt) - 1)}
            onMissed={(day) => canMakeUp && choose(day)}
          />
          {canMakeUp && !!world.checkin?.missed.length && <p class="note">{more('hint')}</p>}
        </>
      )}
    </div>
  );
}

/** The part's view; see Part of core. */
export const draw = (create: typeof h, props: LaterProps) => create(Days, props);
