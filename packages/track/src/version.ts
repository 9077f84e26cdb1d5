declare const __FANFARE_VERSION__: string | undefined;

/** This package's version, put in by the build. */
export const VERSION = typeof __FANFARE_VERSION__ === 'string' ? __FANFARE_VERSION__ : '0.0.0';
