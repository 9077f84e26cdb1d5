import type { Trial } from '../../trial.js';

/** Runs `work` for every client at the same moment. */
export const atOnce = <T>(
  { world }: Pick<Trial, 'world'>,
  work: (client: number) => Promise<T>,
): Promise<T[]> =>
  Promise.all(Array.from({ length: world.options.clients ?? 64 }, (_, client) => work(client)));
