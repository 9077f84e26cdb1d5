/** What core asks of a tracking client; `@fanfare/track` implements it, and so can a host. Must never throw. */
export interface Track {
  /** Records that something happened: `lottery.drawn` and its properties. Never a token, never personal data. */
  track(name: string, properties?: Record<string, unknown>): unknown;
}
