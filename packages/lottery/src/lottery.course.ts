// The course of one spin as a function of time, in turns: it speeds up, keeps its pace, and slows down to a place.
// Both easings are polynomials that a cubic-bezier draws exactly, so the speed is continuous by construction:
//
//   turns   RAMP: s t^2 / 2R        pace: s t          SLOW: D (1 - (1 - p)^3)
//   speed   0 ... s                 s                  3 D / T = s ... 0
//
// (Bezier x1 = 1/3, x2 = 2/3 makes time run evenly; y1, y2 are then the polynomial's own control points.)

/** How long it takes to come up to speed, in ms. */
export const RAMP_MS = 700;
/** Turns from full speed to rest. */
export const SLOW_TURNS = 1.6;
/** Exactly t^2: leaves at a slope of 2. */
export const RAMP_EASING = 'cubic-bezier(.33333,0,.66667,.33333)';
/** Exactly 1 - (1 - t)^3: enters at a slope of 3. */
export const SLOW_EASING = 'cubic-bezier(.33333,1,.66667,1)';

export interface Course {
  /** Where it starts, in turns. */
  from: number;
  /** Full speed, in turns a ms. */
  speed: number;
  /** When it begins to slow down, in ms from the start. */
  until: number;
}

/** Full speed of each kind, in turns a ms. */
export const SPEED = { wheel: 0.002, grid: 0.0015 } as const;

/** How long slowing down takes, in ms. */
export const slowMs = (speed: number): number => (3 * SLOW_TURNS) / speed;

/** How long a spin takes at most that turns for `least` ms. */
export const longestMs = (least: number): number => least + 1 / SPEED.grid + slowMs(SPEED.grid);

/** When all is still, in ms from the start. */
export const endOf = ({ speed, until }: Course): number => until + slowMs(speed);

/** Turns at `ms` after the start. */
export function turnAt({ from, speed, until }: Course, ms: number): number {
  const ramp = Math.min(ms, RAMP_MS);
  const pace = Math.min(Math.max(ms, RAMP_MS), until) - RAMP_MS;
  const slow = Math.min(1, Math.max(0, ms - until) / slowMs(speed));
  return from + (speed * ramp ** 2) / (2 * RAMP_MS) + speed * pace + SLOW_TURNS * (1 - (1 - slow) ** 3);
}

/** When `turn` is passed, in ms from the start: the inverse of `turnAt`. */
export function timeOf(course: Course, turn: number): number {
  const { from, speed, until } = course;
  const atPace = turnAt(course, RAMP_MS);
  const atSlow = atPace + speed * (until - RAMP_MS);
  if (turn <= atPace) return Math.sqrt((Math.max(0, turn - from) * 2 * RAMP_MS) / speed);
  if (turn <= atSlow) return RAMP_MS + (turn - atPace) / speed;
  const left = Math.max(0, 1 - (turn - atSlow) / SLOW_TURNS);
  return until + slowMs(speed) * (1 - Math.cbrt(left));
}

/** The course that turns for at least `least` ms and then comes to rest at `target` (a part of a turn). */
export function courseTo(from: number, speed: number, least: number, target: number): Course {
  const course = { from, speed, until: Math.max(least, RAMP_MS) };
  const rest = turnAt(course, endOf(course));
  const missing = (((target - rest) % 1) + 1) % 1;
  return { ...course, until: course.until + missing / speed };
}
