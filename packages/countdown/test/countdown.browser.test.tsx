import { createText, mount, type OptionsOf, parseConfig } from '@fanfare/core';
import {
  fakeActivity,
  fakeEnvironment,
  settled,
  testWidget,
  type WidgetContract,
} from '@fanfare/core/testing';
import type { PublicActivity } from '@fanfare/protocol';
import { h, render } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { countdownConfig } from '../src/countdown.config.js';
import { countdown, createCountdown } from '../src/index.js';
import '../src/element.js';

type Options = OptionsOf<typeof countdownConfig>;
const HOUR = 3_600_000;
const iso = (ms: number) => new Date(Date.now() + ms).toISOString();
const named = (en: string) => ({ 'zh-CN': '年货节', en });

const sessions = () => [
  { id: 'a', title: named('Opening'), start_at: iso(-2 * HOUR), end_at: iso(-HOUR) },
  {
    id: 'b',
    title: named('Bank special'),
    host: named('with Wang'),
    start_at: iso(-HOUR),
    end_at: iso(HOUR),
    url: 'https://host.example/b',
  },
  { id: 'c', title: named('Concert'), start_at: iso(2 * HOUR), end_at: iso(3 * HOUR) },
];
const nodes = () => [{ id: 'prize', title: named('Grand prize'), at: iso(2.5 * HOUR) }];

const cleanups: (() => void)[] = [];
afterEach(() => {
  for (const cleanup of cleanups.splice(0)) cleanup();
  document.body.replaceChildren();
});

/** An activity of the real world's time, so that what is mounted beside it agrees. */
async function activityOf(definition: Partial<PublicActivity>) {
  const environment = fakeEnvironment(Date.now());
  const { activity } = fakeActivity({ definition, environment });
  cleanups.push(activity.destroy);
  await environment.advance(1);
  await activity.ready;
  return { activity, environment };
}

function show(options: Options) {
  const place = document.body.appendChild(document.createElement('div'));
  const handle = mount(countdown, place, { locale: 'en', ...options });
  cleanups.push(handle.destroy);
  const root = place.firstElementChild!.shadowRoot!;
  const part = (name: string) => root.querySelector<HTMLElement>(`[part~="${name}"]`);
  const numbers = () => [...root.querySelectorAll('[part~="number"]')].map((one) => one.textContent);
  return { handle, root, part, numbers, place };
}

const until = (get: () => unknown) => vi.waitFor(() => expect(get()).toBeTruthy(), 3000);

let warmup: PublicActivityOf;
let ended: PublicActivityOf;
type PublicActivityOf = Awaited<ReturnType<typeof activityOf>>;
beforeEach(async () => {
  warmup = await activityOf({ schedule: { start_at: iso(HOUR), end_at: iso(2 * HOUR) } });
  ended = await activityOf({
    schedule: { start_at: iso(-2 * HOUR), end_at: iso(-HOUR) },
    next: { title: named('Lanterns'), start_at: iso(240 * HOUR), url: 'https://host.example/next' },
  });
});

const states: WidgetContract<typeof countdownConfig>['states'] = {
  'counting on the device clock': { options: () => ({ until: iso(50 * HOUR) }) },
  urgent: { options: () => ({ until: iso(HOUR) }) },
  waiting: { options: () => ({ until: iso(HOUR), timeUrl: '/never-there' }) },
  finished: { options: () => ({ until: iso(-HOUR) }) },
  compact: { options: () => ({ until: iso(50 * HOUR), format: 'compact' }) },
  flipping: {
    options: () => ({ until: iso(50 * HOUR), face: 'flip' }),
    reach: (root) => until(() => root.querySelector('.card')),
  },
  'in warm-up with a calendar': {
    options: () => ({ activity: warmup.activity, calendar: true }),
    reach: (root) => until(() => root.querySelector('[part~="remind"]')),
  },
  'ended with a next activity': {
    options: () => ({ activity: ended.activity, calendar: true }),
    reach: (root) => until(() => root.querySelector('[part~="open"]')),
  },
  'a schedule': {
    options: () => ({ mode: 'schedule', sessions: sessions(), nodes: nodes(), calendar: true }),
    reach: (root) => until(() => root.querySelector('[part~="line"]')),
  },
  'an empty schedule': { options: () => ({ mode: 'schedule' }) },
};

testWidget(countdown, {
  options: () => ({ until: iso(50 * HOUR) }),
  badOptions: {
    until: '2027-01-01T00:00:00',
    timeUrl: '',
    mode: 'list',
    sessions: [{ title: { en: 'x' }, start_at: 'tomorrow', end_at: 'later' }],
    nodes: 'prize',
    zone: 8,
    format: 'long',
    largest: 'weeks',
    smallest: 'ms',
    pad: 'yes',
    face: 'round',
    urgentHours: 1000,
    label: 1,
    calendar: 'no',
    remindMinutes: -1,
    remind: 'me',
  },
  states,
});

describe('the timer', () => {
  it('changes its digits each second, and nothing else', async () => {
    const { root, numbers } = show({ until: iso(50 * HOUR) });
    await settled();
    const before = numbers();
    const records: MutationRecord[] = [];
    const observer = new MutationObserver((list) => records.push(...list));
    observer.observe(root, { childList: true, attributes: true, subtree: true });
    await vi.waitFor(() => expect(numbers()).not.toEqual(before), 3000);
    expect(records).toEqual([]);
    observer.disconnect();
  });

  it('keeps its layout whatever the digits are', async () => {
    const { root } = show({ until: iso(50 * HOUR) });
    await settled();
    const boxes = [...root.querySelectorAll<HTMLElement>('[part~="number"]')];
    const edges = () => boxes.map((box) => Math.round(box.getBoundingClientRect().left));
    const before = edges();
    for (const box of boxes) box.textContent = '88';
    expect(edges()).toEqual(before);
    for (const box of boxes) box.textContent = '11';
    expect(edges()).toEqual(before);
  });

  it('tells one from many', async () => {
    const { root } = show({ until: iso(25 * HOUR + 62_000) });
    await vi.waitFor(() => expect(root.textContent).toMatch(/01day01hour01minute01second(?!s)/), 3000);
    await vi.waitFor(() => expect(root.textContent).toMatch(/00seconds/), 3000);
  });

  it('follows a change of language with its words', async () => {
    const { handle, root } = show({ until: iso(50 * HOUR) });
    handle.update({ locale: 'zh-CN' });
    expect(root.textContent).toMatch(/天.*时.*分.*秒/);
  });

  it('is a silent timer, with milestones in a polite region', async () => {
    const { root } = show({ until: iso(11_500) });
    const timer = root.querySelector('[role="timer"]')!;
    expect(timer.getAttribute('aria-live')).toBeNull();
    expect(timer.getAttribute('aria-label')).toBe('Countdown');
    const status = [...root.querySelectorAll('[role="status"]')].at(-1)!;
    expect(status.textContent).toBe('');
    await vi.waitFor(() => expect(status.textContent).toBe('10 seconds left'), 4000);
  });

  it('tells that the time has come even before the other words are there', () => {
    const config = parseConfig('countdown', countdownConfig, { until: iso(-1) });
    const { state, actions, destroy } = createCountdown({ until: iso(-1) });
    const told = { ...state.value, course: undefined, said: { reached: 'until' as const } };
    const props = { config, state: told, actions, t: createText(countdown.text, 'en'), locale: 'en' };
    render(h(countdown.View, { ...props, activity: null }), document.body);
    cleanups.push(destroy, () => render(null, document.body));
    expect(document.querySelector('[role="status"]')!.textContent).toBe('The time has come');
  });

  it('describes that it is uncertain', () => {
    const { root } = show({ until: iso(HOUR) });
    const id = root.querySelector('[role="timer"]')!.getAttribute('aria-describedby')!;
    expect(root.getElementById(id)!.textContent).toContain('clock of this device');
  });

  it('goes live by itself, tells it, and offers no calendar any more', async () => {
    const { activity, environment } = await activityOf({
      schedule: { start_at: iso(2000), end_at: iso(50 * HOUR) },
    });
    const { handle, part, root } = show({ activity, calendar: true });
    const finished = vi.fn();
    handle.on('finished', finished);
    await until(() => part('remind'));
    expect(part('heading')!.textContent).toBe('Starts in');
    await environment.advance(2100);
    expect(part('heading')!.textContent).toBe('Ends in');
    expect(finished).toHaveBeenCalledWith(expect.objectContaining({ toward: 'start' }), 'finished');
    expect(root.textContent).toContain('It has started');
    expect(part('remind')).toBeNull();
  });
});

describe('the flip face', () => {
  it('turns the cards over and tells the number once', async () => {
    const { root, numbers } = show({ until: iso(50 * HOUR), face: 'flip' });
    await until(() => root.querySelector('.card'));
    const seconds = root.querySelector('[part~="seconds"]')!;
    const card = [...seconds.querySelectorAll('.card')].at(-1)!;
    expect(card.getAttribute('aria-hidden')).toBe('true');
    await vi.waitFor(() => expect(card.getAnimations({ subtree: true })).toHaveLength(2), 3000);
    for (const animation of card.getAnimations({ subtree: true }))
      expect((animation.effect as KeyframeEffect).getKeyframes().every((frame) => 'transform' in frame)).toBe(
        true,
      );
    expect(numbers()[3]!.slice(0, 2)).toMatch(/^\d\d$/);
  });
});

describe('the calendar', () => {
  const press = async (options: Options) => {
    const shown = show({ calendar: true, ...options });
    await until(() => shown.part('remind'));
    const reminded = vi.fn();
    shown.handle.on('reminded', reminded);
    shown.part('remind')!.focus();
    await userEvent.keyboard('{Enter}');
    return { ...shown, reminded };
  };

  it('gives a file by keyboard', async () => {
    const create = vi.spyOn(URL, 'createObjectURL');
    const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
    const { part, reminded } = await press({ activity: warmup.activity });
    await until(() => part('notice')!.textContent);
    expect(reminded.mock.calls[0]![0]).toEqual({ via: 'file' });
    const file = await (create.mock.calls[0]![0] as Blob).text();
    expect(file).toContain('SUMMARY:Test activity');
    expect(file).toContain('UID:test-start@fanfare');
    expect((click.mock.contexts[0] as HTMLAnchorElement).download).toBe('test-start.ics');
    vi.restoreAllMocks();
  });

  it('gives text to copy in WeChat', async () => {
    vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue('Mozilla/5.0 MicroMessenger/8.0');
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    const { part, root } = await press({ mode: 'schedule', sessions: sessions(), zone: 'Asia/Shanghai' });
    await until(() => part('dates'));
    expect(part('dates')!.textContent).toMatch(/^Concert\n.*\(China Standard Time\)$/);
    part('copy')!.click();
    await vi.waitFor(() => expect(root.textContent).toContain('Copied'));
    expect(write).toHaveBeenCalledWith(part('dates')!.textContent);
    vi.restoreAllMocks();
  });

  it('leaves it to a host that has reminders of its own, and survives its failure', async () => {
    const remind = vi.fn();
    await press({ until: iso(HOUR), label: 'The show', remind });
    expect(remind.mock.calls[0]![0][0]).toMatchObject({ title: 'The show' });
    const failing = await press({
      until: iso(HOUR),
      remind: () => {
        throw new Error('no');
      },
    });
    expect(failing.part('notice')!.textContent).toBe('That did not work. Please try again.');
    expect(failing.reminded).not.toHaveBeenCalled();
  });
});

describe('what comes after', () => {
  it('is the next activity, in the activity zone by name', async () => {
    const { part } = show({ activity: ended.activity });
    await until(() => part('next'));
    expect(part('heading')!.textContent).toBe('This activity has ended');
    expect(part('next')!.textContent).toContain('Lanterns');
    expect(part('next')!.textContent).toContain('China Standard Time');
    expect(part('open')!.getAttribute('href')).toBe('https://host.example/next');
  });
});

describe('the schedule', () => {
  it('lists sessions and moments in order with where they stand', async () => {
    const { root, part } = show({ mode: 'schedule', sessions: sessions(), nodes: nodes() });
    await until(() => part('line'));
    const lines = [...root.querySelectorAll('[part~="line"]')].map((line) =>
      line.textContent!.replace(/[\d:–]+/g, ''),
    );
    expect(lines).toEqual([
      'OpeningOver',
      'Bank specialwith WangOn now',
      'ConcertUp next',
      'Grand prizeUpcoming',
    ]);
    expect(part('heading')!.textContent).toBe('Concert in');
    expect(part('link')!.getAttribute('href')).toBe('https://host.example/b');
  });
});

describe('the element', () => {
  it('takes its options as attributes, JSON included', async () => {
    const element = document.createElement('fanfare-countdown');
    element.setAttribute('mode', 'schedule');
    element.setAttribute('lang', 'en');
    element.setAttribute('locale', 'en');
    element.setAttribute('nodes', JSON.stringify(nodes()));
    document.body.append(element);
    await until(() => element.shadowRoot?.querySelector('[part~="line"]'));
    expect(element.shadowRoot!.textContent).toContain('Grand prize in');
    element.removeAttribute('mode');
    element.setAttribute('until', iso(HOUR));
    await settled();
    expect(element.shadowRoot!.querySelector('[part~="heading"]')!.textContent).toBe('Countdown');
  });
});
