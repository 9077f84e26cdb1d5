/** Whether two lists have the same members, in any order. */
export const isSameSet = (a: readonly string[], b: readonly string[]): boolean =>
  [...a].sort().join() === [...b].sort().join();
