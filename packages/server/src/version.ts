declare const __FANFARE_VERSION__: string | undefined;

/** The package's version; the build puts it in. */
export const VERSION = typeof __FANFARE_VERSION__ === 'string' ? __FANFARE_VERSION__ : '0.0.0';
