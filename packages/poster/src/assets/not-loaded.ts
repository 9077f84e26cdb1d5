import { FanfareError } from '@fanfare/core/errors';

/** Says which late part of the painter did not come: a page may have gone offline since it was opened. */
export const notLoaded = (what: string) => (cause: unknown) => {
  throw new FanfareError(
    'poster',
    'load_failed',
    `${what} could not be loaded. Check the network and try again.`,
    cause,
  );
};
