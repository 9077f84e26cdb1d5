/** A step of a story of days.json: what is called at which moment, and what is told then. */
export interface StoryStep {
  at: string;
  input?: object;
  refused?: string;
  checkin?: object;
  balance?: number;
}

/** One participant's days, from `@fanfare/protocol/vectors/days.json`. */
export interface Story {
  name: string;
  zone: string;
  schedule: { start_at: string; end_at: string };
  checkin: object;
  steps: StoryStep[];
}
