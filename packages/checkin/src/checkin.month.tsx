// The month as a grid: one stop for Tab, arrows inside, every day's state in words.
import type { Translate } from '@fanfare/core';
import { Component, createRef } from 'preact';
import { addMonths, dayAfterKey, firstWeekdayOf, lastDayOf, monthOf, weeksOf } from './checkin.calendar.js';
import type { DaysKey } from './checkin.days-text.js';
import { type DayState, dayStateOf } from './checkin.lap.js';
import { dayWords } from './checkin.time.js';
import type { World } from './checkin.world.js';

interface MonthProps {
  world: World;
  t: Translate<DaysKey>;
  locale: string;
  /** First and last day of the activity. */
  from: string;
  to: string;
  onMissed(day: string): void;
}

interface MonthState {
  /** The day that Tab comes to; its month is shown. */
  day: string;
}

const MARKS: Record<DayState, string> = {
  done: '✓',
  made_up: '✓',
  missed: '+',
  lost: '·',
  today: '·',
  coming: '',
};
/** A week that begins on a Sunday, for the names of its days. */
const SUNDAY = 4;

/** A table's own roles are not for pressing; these are the grid's. */
const roles = {
  grid: (label: string) => ({ role: 'grid', 'aria-label': label }) as const,
  row: { role: 'row' } as const,
  header: { role: 'columnheader' } as const,
  cell: (label: string) => ({ role: 'gridcell', 'aria-label': label }) as const,
  empty: { role: 'gridcell' } as const,
};

interface DayProps {
  day: string;
  world: World;
  t: Translate<DaysKey>;
  /** The day in words. */
  name: string;
  isCurrent: boolean;
}

function Day({ day, world, t, name, isCurrent }: DayProps) {
  const state = dayStateOf(day, world.checkin, world.today);
  const isToday = day === world.today;
  const words = [name, t(state === 'done' ? 'stamped' : state)];
  if (isToday && state !== 'today') words.push(t('today'));
  return (
    <span
      {...roles.cell(words.join(', '))}
      class={`day is-${state}${isToday ? ' is-now' : ''}`}
      data-day={day}
      tabIndex={isCurrent ? 0 : -1}
      aria-current={isToday ? 'date' : undefined}
    >
      <span aria-hidden="true">{Number(day.slice(8))}</span>
      <small aria-hidden="true">{MARKS[state]}</small>
    </span>
  );
}

export class Month extends Component<MonthProps, MonthState> {
  override state: MonthState = { day: this.inside(this.props.world.today) };
  private readonly grid = createRef<HTMLDivElement>();
  private hasMoved = false;

  override componentDidUpdate() {
    if (!this.hasMoved) return;
    this.hasMoved = false;
    this.grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  }

  private inside(day: string) {
    const { from, to } = this.props;
    return day < from ? from : day > to ? to : day;
  }

  private readonly turn = (count: number) => () => {
    const month = addMonths(monthOf(this.state.day), count);
    this.setState({ day: this.inside(count > 0 ? `${month}-01` : lastDayOf(month)) });
  };

  private readonly onKeyDown = (event: KeyboardEvent) => {
    const { locale, from, to } = this.props;
    const isRtl = !!this.grid.current && getComputedStyle(this.grid.current).direction === 'rtl';
    const rules = { firstWeekday: firstWeekdayOf(locale), from, to, isRtl };
    const day = dayAfterKey(event.key, this.state.day, rules);
    if (day) {
      event.preventDefault();
      this.hasMoved = true;
      this.setState({ day });
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      this.pick(this.state.day);
    }
  };

  private readonly onClick = ({ target }: MouseEvent) => {
    const { day } = (target as Element).closest<HTMLElement>('[data-day]')?.dataset ?? {};
    if (day) this.pick(day);
  };

  private readonly handlers = { onClick: this.onClick, onKeyDown: this.onKeyDown };

  private pick(day: string) {
    const { world, onMissed } = this.props;
    if (dayStateOf(day, world.checkin, world.today) === 'missed') onMissed(day);
    this.setState({ day: this.inside(day) });
  }

  override render({ world, t, locale, from, to }: MonthProps, { day: current }: MonthState) {
    const month = monthOf(current);
    const first = firstWeekdayOf(locale);
    const title = dayWords(locale, { year: 'numeric', month: 'long' })(`${month}-01`);
    const long = dayWords(locale, { month: 'long', day: 'numeric', weekday: 'long' });
    const names = dayWords(locale, { weekday: 'short' });
    const turn = (count: number, words: string, isPossible: boolean) => (
      <button type="button" class="turn" aria-label={words} disabled={!isPossible} onClick={this.turn(count)}>
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d={count < 0 ? 'M15 5l-7 7 7 7' : 'M9 5l7 7-7 7'} />
        </svg>
      </button>
    );
    return (
      <div class="month" part="month">
        <div class="bar">
          {turn(-1, t('before'), month > monthOf(from))}
          <p class="title" aria-live="polite">
            {title}
          </p>
          {turn(1, t('after'), month < monthOf(to))}
        </div>
        <div ref={this.grid} {...roles.grid(t('calendar', { month: title }))} class="grid" {...this.handlers}>
          <div {...roles.row} class="week">
            {Array.from({ length: 7 }, (_, place) => {
              const day = `1970-01-${String(SUNDAY + ((place + first) % 7)).padStart(2, '0')}`;
              return (
                <span key={place} {...roles.header}>
                  {names(day)}
                </span>
              );
            })}
          </div>
          {weeksOf(month, first).map((week) => (
            <div key={week.find(Boolean)} {...roles.row} class="week">
              {week.map((day, place) =>
                day && day >= from && day <= to ? (
                  <Day
                    key={place}
                    day={day}
                    world={world}
                    t={t}
                    name={long(day)}
                    isCurrent={day === current}
                  />
                ) : (
                  <span key={place} {...roles.empty} class="day is-outside">
                    {day && Number(day.slice(8))}
                  </span>
                ),
              )}
            </div>
          ))}
        </div>
      </div>
    );
  }
}
