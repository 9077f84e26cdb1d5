/** Switches that keep Chromium quiet and alone on a test machine. */
export const chromiumArgs: string[];
/** The path of a Chromium on this machine, or undefined where there is none. */
export function findChromium(): string | undefined;
