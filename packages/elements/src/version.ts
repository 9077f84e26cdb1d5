declare const __FANFARE_VERSION__: string;

/** The version of this package. */
export const VERSION = __FANFARE_VERSION__;
