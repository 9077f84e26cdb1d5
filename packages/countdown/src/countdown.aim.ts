/** What is counted to: the activity's start or end, a moment of its own, the next line of a schedule. */
export type Toward = 'start' | 'end' | 'until' | 'item';

/** What is counted to, and when it is (unix ms). */
export interface Aim {
  toward: Toward;
  at: number;
}
