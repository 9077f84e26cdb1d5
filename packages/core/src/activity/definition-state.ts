// The activity's public definition: read at load, and again when `live` names a newer version.
import type { PublicActivity } from '@fanfare/protocol';
import { activityGet } from '@fanfare/protocol/routes';
import { type ReadonlySignal, signal } from '@preact/signals-core';
import type { Environment } from '../environment.js';
import type { Failure } from '../transport/transport.js';
import type { Send } from './activity.js';

export interface DefinitionState {
  readonly definition: ReadonlySignal<PublicActivity | undefined>;
  /** Reads the newest definition, or a version by name; answers the failure, if there was one. */
  read(version?: number): Promise<Failure | undefined>;
  /** Hears of a version: reads it, at a random moment of the jitter window, if it is newer. */
  hear(version: number): void;
  stop(): void;
}

export function createDefinitionState(
  send: Send,
  { after, random }: Pick<Environment, 'after' | 'random'>,
  onChange: (version: number) => void,
): DefinitionState {
  const definition = signal<PublicActivity | undefined>(undefined);
  let heard = 0;
  let cancel = () => {};

  async function read(version?: number): Promise<Failure | undefined> {
    const answer = await send(
      activityGet,
      version === undefined ? {} : { query: { version: String(version) } },
    );
    if (!answer.ok) return answer.failure;
    const known = definition.peek();
    const next = answer.value!;
    if (known && next.version <= known.version) return undefined;
    definition.value = next;
    if (known) onChange(next.version);
    return undefined;
  }

  return {
    definition,
    read,
    hear(version) {
      const known = definition.peek();
      if (!known || version <= Math.max(known.version, heard)) return;
      heard = version;
      cancel();
      // Every open page learns of it within the same seconds: spread the reads.
      cancel = after(random() * known.jitter_seconds * 1000, () => {
        void read(version).then((failure) => {
          if (failure) heard = 0;
        });
      });
    },
    stop: () => cancel(),
  };
}
