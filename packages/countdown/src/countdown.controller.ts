// The countdown without its looks: which moment it counts to, its digits, and what it has to say.
import {
  type Activity,
  browserWorld,
  type Controller,
  type CreateOptions,
  createCleanup,
  onSecond,
  parseConfig,
  type World,
} from '@fanfare/core';
import type { PublicActivity } from '@fanfare/protocol';
import { type ReadonlySignal, signal } from '@preact/signals-core';
import { shareClock, whenTimed } from './countdown.clock.js';
import { type CountdownOptions, countdownConfig } from './countdown.config.js';
import type { countdownFacts } from './countdown.facts.js';
import {
  type CountdownState,
  type Course,
  edgeAfter,
  isUrgentAt,
  ownSceneAt,
  type Reminder,
  type Said,
  type Scene,
} from './countdown.state.js';
import { countUnits, type Unit, unitsFor } from './countdown.unit.js';

export interface CountdownActions {
  /** The digits of each unit as they stand; they change without the state changing. */
  numbers: Readonly<Record<Unit, ReadonlySignal<string>>>;
  /** Keeps how the calendar button answered, once the dates were given (see countdown.reminder.ts). */
  remember(reminder: Reminder): void;
}

/** A time that may be further off than this is called uncertain. */
const TRUSTED_MS = 5000;

/**
 * Counts down, alone or by an activity.
 *
 * @throws FanfareError `config_invalid` when an option is wrong.
 */
export function createCountdown(
  options: CountdownOptions,
  activity: Activity | null = null,
  { emit = () => {}, environment }: CreateOptions<typeof countdownFacts> = {},
): Controller<CountdownState, CountdownActions> {
  const config = parseConfig('countdown', countdownConfig, options);
  const world: World = environment ?? activity?.environment ?? browserWorld();
  const cleanup = createCleanup();
  const shared = activity ?? shareClock(world, config.timeUrl);
  const { clock } = shared;
  if ('release' in shared) cleanup.add(shared.release);

  const unknown = () => signal('--');
  const numbers = { days: unknown(), hours: unknown(), minutes: unknown(), seconds: unknown() };
  let definition: PublicActivity | undefined;
  let course: Course | undefined;
  const isAlone = config.mode === 'timer' && !!(config.until || !activity);
  /** When more than digits will change; and when that was last looked at. */
  let edge = 0;
  let lookedAt = 0;
  let stopTicking = () => {};
  let ticksFor: number | undefined = -1;
  cleanup.add(() => stopTicking());

  const show = (scene: Scene, now: number, rest?: Partial<CountdownState>) => {
    const left = scene.aim ? scene.aim.at - now : Number.POSITIVE_INFINITY;
    return {
      ...rest,
      ...scene,
      course,
      units: unitsFor(left, config.largest, config.smallest),
      isUrgent: isUrgentAt(scene, config.urgentHours, now),
    } as CountdownState;
  };
  // The device's clock will do to guess how many digits there are to be.
  const guess = show(ownSceneAt(config, world.wall()), world.wall());
  const state = signal<CountdownState>({
    ...guess,
    places: 2,
    isUncertain: false,
    phase: 'waiting',
    aim: undefined,
    isUrgent: false,
  });
  const change = (next: Partial<CountdownState>) => {
    state.value = { ...state.peek(), ...next } as CountdownState;
  };

  const write = (unit: Unit, count: number) => {
    const text = config.pad && count < 10 ? `0${count}` : `${count}`;
    numbers[unit].value = text;
    const { units, places } = state.peek();
    const needed = Math.max(2, text.length);
    if (unit === units[0] && needed !== places) change({ places: needed });
  };

  const tick = () => {
    // Before `now()`, which notices a leap of the device's clock and asks for the time at once.
    const isUncertain = clock.uncertainty > TRUSTED_MS;
    const now = clock.now();
    if (now >= edge || now < lookedAt) look(now);
    const { aim, units, isUncertain: wasUncertain } = state.peek();
    if (isUncertain !== wasUncertain) change({ isUncertain });
    if (aim) countUnits(aim.at - now, units, write);
  };

  /** Computes anew what is shown; between two edges only digits change. */
  const look = (now: number) => {
    const before = state.peek();
    const scene = isAlone ? ownSceneAt(config, now) : course!.sceneAt(config, definition, now);
    const said = (lookedAt && hear(before, scene, now)) || before.said;
    edge = edgeAfter(scene, config.urgentHours, now, course);
    const at = scene.aim?.at;
    if (at !== ticksFor) {
      stopTicking();
      stopTicking = onSecond(clock, world, tick, at);
      ticksFor = at;
    }
    lookedAt = now;
    const { places, isUncertain } = before;
    const reminder = scene.phase === before.phase ? before.reminder : undefined;
    state.value = show(scene, now, { places, isUncertain, reminder, said });
  };

  /** What happened since the last look, told as a fact and to those who do not see the digits. */
  const hear = ({ aim }: CountdownState, scene: Scene, now: number): Said | undefined => {
    if (!aim) return undefined;
    const { toward, at } = aim;
    if (lookedAt < at && now >= at) {
      emit('finished', { toward, at: new Date(at).toISOString() });
      return { reached: toward, title: course?.titleAt(scene, at) };
    }
    const seconds = scene.aim?.at === at && course?.milestoneBetween(aim, lookedAt, now);
    if (!seconds) return undefined;
    emit('milestone', { seconds, toward });
    return { milestone: seconds };
  };

  const begin = (known?: PublicActivity) => {
    definition = known;
    look(clock.now());
    tick();
  };
  const beginInTime = () => {
    const isUntimed = config.timeUrl && clock.uncertainty === Number.POSITIVE_INFINITY;
    if (isUntimed) cleanup.add(whenTimed(clock, world, begin));
    else begin();
  };

  if (isAlone && !activity) beginInTime();
  let isOver = false;
  cleanup.add(() => {
    isOver = true;
  });
  import('./countdown.course.js').then(
    (module) => {
      if (isOver) return;
      course = module;
      if (activity) cleanup.add(course.follow(config, activity, begin, change));
      else if (!isAlone) beginInTime();
      else if (lookedAt) look(clock.now());
    },
    (error: unknown) => {
      if (!isAlone) change({ phase: 'absent', error });
      // Alone, there is only nothing to be heard.
      else if (activity) begin();
    },
  );

  return {
    state,
    actions: {
      numbers,
      remember(reminder) {
        const isNew = reminder.kind !== state.peek().reminder?.kind;
        change({ reminder });
        if (isNew && reminder.kind !== 'failed') emit('reminded', { via: reminder.kind });
      },
    },
    destroy: cleanup.run,
  };
}
