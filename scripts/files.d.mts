/** Every file under `folder` (absolute paths), without what was installed or built; none where it does not exist. */
export function filesUnder(folder: string): string[];
