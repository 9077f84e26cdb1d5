// Plays courses on one element by the compositor (WAAPI): the page runs no script while it turns. One animation at
// a time: a landing replaces the endless turning under way, from the same start, so nothing jerks.
import { type Course, courseTo, RAMP_MS } from './lottery.course.js';

/** How a wheel or a grid shows a course. */
export interface Stage {
  /** Full speed, in turns a ms. */
  speed: number;
  /** How much of a course one animation plays, in ms: Infinity where its length costs nothing. */
  portion: number;
  /** The keyframes of a course between two moments, in ms. */
  keyframes(course: Course, start: number, end: number): Keyframe[];
  /** When nothing moves any more, in ms. */
  endOf(course: Course): number;
  /** The transform at a turn. */
  transformAt(turn: number): string;
  /** A turn that shows prize `index` of `count`; chance decides where in it. */
  turnTo(index: number, count: number, random: () => number): number;
  /** A turn that shows no prize. */
  turnToNone(count: number): number;
}

export interface Motion {
  /** Turns until something else is asked for, and for `longest` ms at most. */
  spin(longest: number): void;
  /** Turns for `least` ms since the spin began, comes to rest at `turn` and then calls `onRest`. */
  land(turn: number, least: number, onRest: () => void): void;
  /** Stands at `turn` at once. */
  stand(turn: number): void;
  /** Slows down to `turn`, if it turns. */
  settle(turn: number): void;
  destroy(): void;
}

/** Makes an element move as `stage` shows it; where less motion is wished, it only ever stands. */
export function createMotion(element: HTMLElement, stage: Stage): Motion {
  const { speed, portion } = stage;
  let from = 0;
  let animation: Animation | undefined;
  /** The moment of the course at which the animation begins. */
  let since = 0;
  let isSlowing = false;
  /** What is asked for while it slows down: it runs when all is still. */
  let next: (() => void) | undefined;

  const elapsed = () => (animation ? since + Number(animation.currentTime ?? 0) : 0);

  /** Plays a part of a course; what plays already goes over into it at the same moment of the course. */
  const play = (course: Course, start: number, end: number): Animation => {
    const before = animation;
    const now = elapsed();
    const part = element.animate(stage.keyframes(course, start, end), {
      duration: end - start,
      fill: 'forwards',
    });
    if (before?.startTime) part.startTime = Number(before.startTime) + start - since;
    else part.currentTime = now - start;
    before?.cancel();
    animation = part;
    since = start;
    return part;
  };

  const stop = () => {
    animation?.cancel();
    animation = undefined;
    since = 0;
    isSlowing = false;
    next = undefined;
  };

  const stand = (turn: number) => {
    from = ((turn % 1) + 1) % 1;
    element.style.transform = stage.transformAt(from);
    stop();
  };

  const slowTo = (turn: number, least: number, onRest: () => void) => {
    const now = elapsed();
    const course = courseTo(from, speed, Math.max(least, now), turn);
    const slowing = play(course, portion < Number.POSITIVE_INFINITY ? now : 0, stage.endOf(course));
    isSlowing = true;
    slowing.onfinish = () => {
      const then = next;
      stand(turn);
      onRest();
      then?.();
    };
  };

  const isStill = () =>
    !('animate' in element) ||
    element.ownerDocument.defaultView!.matchMedia('(prefers-reduced-motion: reduce)').matches;

  const motion: Motion = {
    spin(longest) {
      if (isStill()) return;
      if (animation) {
        next = () => motion.spin(longest);
        return;
      }
      const course = { from, speed, until: Number.POSITIVE_INFINITY };
      const turn = (start: number) => {
        const end = Math.min(longest, start + portion);
        const part = play(course, start, end);
        if (end < longest) part.onfinish = () => turn(end);
      };
      turn(0);
    },
    land(turn, least, onRest) {
      if (isStill()) {
        stand(turn);
        // Not in the middle of the rendering that asked for it.
        void Promise.resolve().then(onRest);
      } else if (isSlowing) next = () => motion.land(turn, least, onRest);
      else slowTo(turn, least, onRest);
    },
    stand,
    settle(turn) {
      if (animation && !isSlowing) slowTo(turn, RAMP_MS, () => {});
      else next = undefined;
    },
    destroy: stop,
  };
  return motion;
}
