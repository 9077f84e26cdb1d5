import { useEffect, useLayoutEffect, useRef } from 'react';

/** Right after rendering in a page; nothing on a server, without a warning there. */
export const useCommit = typeof document === 'undefined' ? useEffect : useLayoutEffect;

/** A reference to what the last render was given, for listeners that live longer than a render. */
export function useLatest<T>(value: T): { readonly current: T } {
  const latest = useRef(value);
  useCommit(() => {
    latest.current = value;
  });
  return latest;
}
