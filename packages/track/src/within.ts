import type { OpenWorld } from '@fanfare/core/environment';

/** Rejects when `work` takes longer than `ms`. */
export function within<T>(work: Promise<T>, ms: number, { after }: Pick<OpenWorld, 'after'>): Promise<T> {
  return new Promise((resolve, reject) => {
    const cancel = after(ms, () => reject(new Error('timeout')));
    work.then(resolve, reject).finally(cancel);
  });
}
