// Plays courses on one element by the compositor (WAAPI): the page runs no script while it turns. One animation at
// a time: a landing replaces the endless turning under way, from the same start, so nothing jerks.
import { type Course, courseTo, RAMP_MS } from './lottery.course.js';

/** How a wheel or a grid shows a course. */
export interface Stage {
  /** Full speed, in turns a ms. */
  speed: number;
  /** The keyframes of the first `ms` of a course. */
  keyframes(course: Course, ms: number): Keyframe[];
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

export function createMotion(element: HTMLElement, stage: Stage): Motion {
  const { speed } = stage;
  let from = 0;
  let animation: Animation | undefined;
  /** What is asked for while it slows down: it runs when all is still. */
  let next: (() => void) | undefined;

  const play = (course: Course, ms: number): Animation => {
    const before = animation;
    animation = element.animate(stage.keyframes(course, ms), { duration: ms, fill: 'forwards' });
    if (before) {
      if (before.startTime === null) animation.currentTime = before.currentTime;
      else animation.startTime = before.startTime;
      before.cancel();
    }
    return animation;
  };

  const stand = (turn: number) => {
    from = ((turn % 1) + 1) % 1;
    element.style.transform = stage.transformAt(from);
    animation?.cancel();
    animation = undefined;
    next = undefined;
  };

  const slowTo = (turn: number, least: number, onRest: () => void) => {
    const course = courseTo(from, speed, Math.max(least, Number(animation?.currentTime ?? 0)), turn);
    play(course, stage.endOf(course)).onfinish = () => {
      const then = next;
      stand(turn);
      onRest();
      then?.();
    };
  };

  const motion: Motion = {
    spin(longest) {
      if (isStill()) return;
      if (animation) next = () => motion.spin(longest);
      else play({ from, speed, until: Number.POSITIVE_INFINITY }, longest);
    },
    land(turn, least, onRest) {
      if (isStill()) {
        stand(turn);
        // Not in the middle of the rendering that asked for it.
        void Promise.resolve().then(onRest);
      } else if (animation?.onfinish) next = () => motion.land(turn, least, onRest);
      else slowTo(turn, least, onRest);
    },
    stand,
    settle(turn) {
      if (animation && !animation.onfinish) slowTo(turn, RAMP_MS, () => {});
      else next = undefined;
    },
    destroy() {
      animation?.cancel();
      animation = undefined;
      next = undefined;
    },
  };
  const isStill = () =>
    !('animate' in element) ||
    element.ownerDocument.defaultView!.matchMedia('(prefers-reduced-motion: reduce)').matches;
  return motion;
}
