// What stands below the timer: the schedule, what comes after the end, the calendar.
import type { ViewProps } from '@fanfare/core';
import type { h } from 'preact';
import type { CountdownConfig } from './countdown.config.js';
import type { CountdownActions } from './countdown.controller.js';
import { datesOf } from './countdown.dates.js';
import css from './countdown.later.css?inline';
import { laterText } from './countdown.later-text.js';
import { drawNext } from './countdown.next.js';
import { copyText, giveDates } from './countdown.reminder.js';
import { drawSessions } from './countdown.sessions.js';
import type { CountdownState, InWords, Reminder } from './countdown.state.js';
import type { CountdownKey } from './countdown.text.js';

export interface LaterProps
  extends ViewProps<CountdownConfig, CountdownState, CountdownActions, CountdownKey> {
  inWords: InWords;
}

export { css };

/** The part's view; see Part of core. */
export function draw(create: typeof h, props: LaterProps) {
  const { config, state, actions, locale, inWords } = props;
  const activity = props.activity?.definition.peek();
  const { phase, reminder } = state;
  const t = props.t.with(laterText);
  const manner = { locale, zone: config.zone || activity?.zone || '' };
  const words = { ...manner, t, inWords };
  const dates = config.calendar ? datesOf(state, activity, inWords, config.label || document.title) : [];
  const button = (part: string, label: string, onClick: () => void) =>
    create('button', { type: 'button', class: 'button', part, onClick }, label);
  const text = reminder?.kind === 'text' ? reminder : undefined;
  return create(
    'div',
    { class: 'later' },
    phase === 'schedule' && drawSessions(create, state.items, words),
    phase === 'ended' && state.next && drawNext(create, state.next, words),
    dates.length > 0 &&
      button('remind', t('remind'), () => actions.remember(giveOrFail(dates, config, manner))),
    create(
      'p',
      { class: 'note', part: 'notice', role: 'status' },
      reminder && reminder.kind !== 'host' && t(reminder.kind),
    ),
    text && create('p', { class: 'dates', part: 'dates' }, text.text),
    text &&
      button('copy', t(text.isCopied ? 'copied' : 'copy'), async () =>
        actions.remember({ ...text, isCopied: await copyText(text.text) }),
      ),
  );
}

/** A host's own reminder may throw; the person is told, and the page goes on. */
function giveOrFail(...given: Parameters<typeof giveDates>): Reminder {
  try {
    return giveDates(...given);
  } catch (error) {
    console.error(error);
    return { kind: 'failed' };
  }
}
