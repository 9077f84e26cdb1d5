// What a case gets to work with.
import type { DefinitionInput } from '@fanfare/protocol';
import type { Send } from './client.js';
import type { BackendClock } from './clock.js';
import { ORIGIN } from './definitions.js';
import { createStage, type Stage } from './stage.js';
import { NotCertified } from './verdict.js';
import type { World } from './world.js';

/** The tools of one case. */
export interface Trial {
  world: World;
  clock: BackendClock;
  send: Send;
  /** The activity that cases share: the given one, or the kit's own with everything in it. Live. */
  shared(): Promise<Stage>;
  /** A live activity of the case's own, with changes to the standard definition. */
  own(change?: Partial<DefinitionInput>): Promise<Stage>;
  /** Why nothing that is done at once can be judged here; null where it can. */
  serial(): Promise<string | null>;
  /** A name that nobody has used. */
  unique(prefix: string): string;
}

/** Makes the tools over one world; the shared activity is made once, and asked for overlaps once. */
export function createTrials(world: World, findSerial: (trial: Trial) => Promise<string | null>): Trial {
  let serial: Promise<string | null> | undefined;
  let shared: Promise<Stage> | undefined;
  const own: Trial['own'] = async (change = {}) => createStage(world, (await world.put(change)).id, ORIGIN);
  const open = async (): Promise<Stage> => {
    if (world.missing('own') === null) return own();
    const { activity } = world.options;
    if (activity !== undefined) return createStage(world, activity, null);
    throw new NotCertified('no activity: give --admin-key, or --activity with the id of a live one');
  };
  const trial: Trial = {
    world,
    clock: world.clock,
    send: world.send,
    shared: () => {
      shared ??= open();
      return shared;
    },
    own,
    serial: () => {
      serial ??= findSerial(trial);
      return serial;
    },
    unique: world.unique,
  };
  return trial;
}
