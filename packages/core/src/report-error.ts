/** Shows a bug to the host's error tracking without breaking the caller. */
export function reportError(error: unknown): void {
  setTimeout(() => {
    throw error;
  });
}
