// What is true around an event, as JSON: made once, and again only when something of it has changed.
import type { OpenWorld } from '@fanfare/core/environment';
import type { Experiment } from '../experiments.js';
import type { Local } from '../intake/local.js';
import { createSession } from './session.js';
import { channelOf, recognise, type Visitor } from './visitor.js';

/** What the activity or the host knows. */
export interface Circumstances {
  activity?: string | undefined;
  phase?: string | undefined;
  version?: number | undefined;
  participant?: string | undefined;
  channel?: string | undefined;
  locale?: string | undefined;
  /** The host's own. */
  context?: Record<string, string | number | boolean> | undefined;
}

export interface ContextOptions {
  /** Key of what is kept on the device. */
  name: string;
  local: Local;
  /** Storage of the tab. */
  tab: Local;
  world: OpenWorld;
  experiments?: readonly Experiment[] | undefined;
}

export interface Context {
  set(change: Circumstances): void;
  json(now: number): string;
  /** Consent is there: reads and keeps who this is. */
  identify(): void;
  /** A context made before that, with who it was. */
  complete(context: string): string;
  /** The variant of an experiment that goes with events now. */
  variant(experiment: Experiment): string | undefined;
  /** Remembers the session for the next page. */
  save(): void;
  wipe(): void;
}

export function createContext({ name, local, tab, world, experiments = [] }: ContextOptions): Context {
  let session = createSession(tab, name, world);
  let known: Circumstances = {};
  let visitor: Visitor | undefined;
  let made = '';
  let madeIn = '';

  const variant = (experiment: Experiment) => {
    const subject = known.participant || visitor?.visitor;
    return subject && experiment.choose(subject);
  };
  const identity = (now: number) => ({
    ...visitor,
    session: session.id(now),
    variants: experiments.length
      ? Object.fromEntries(experiments.map((one) => [one.name, variant(one)]))
      : undefined,
  });
  const identify = () => {
    visitor = recognise(local, name, known.channel || channelOf(world.location()), world);
    made = '';
  };

  return {
    identify,
    variant,
    set(change) {
      const { channel } = known;
      known = { ...known, ...change };
      made = '';
      if (visitor && channel !== known.channel) identify();
    },
    json(now) {
      const id = visitor ? session.id(now) : '';
      if (made && id === madeIn) return made;
      const { activity, phase, version, participant, channel, locale, context } = known;
      made = JSON.stringify({
        ...context,
        ...{ activity, phase, version, participant, channel, locale },
        ...(visitor && identity(now)),
      });
      madeIn = id;
      return made;
    },
    complete: (context) => JSON.stringify({ ...JSON.parse(context), ...identity(world.wall()) }),
    save: () => session.save(),
    wipe() {
      visitor = undefined;
      made = '';
      local.remove(name);
      tab.remove(name);
      session = createSession(tab, name, world);
    },
  };
}
