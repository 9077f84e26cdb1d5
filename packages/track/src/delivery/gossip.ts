// Tabs tell each other which events were answered, so that a tab that is left does not send again what another has
// delivered. A hint only: without it the server sees duplicates and says so.

/** Hears what other tabs delivered; gives the function that tells them. */
export function createGossip(
  name: string,
  hear: (keys: readonly string[]) => void,
): (keys: readonly string[]) => void {
  if (typeof BroadcastChannel === 'undefined') return () => {};
  try {
    const channel = new BroadcastChannel(name);
    channel.onmessage = ({ data }) => {
      if (Array.isArray(data)) hear(data);
    };
    return (keys) => channel.postMessage(keys);
  } catch {
    // Sandboxed frames.
    return () => {};
  }
}
