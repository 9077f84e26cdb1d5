import { afterEach, describe, expect, it, vi } from 'vitest';
import { createStorage } from '../src/storage.js';

let count = 0;
const fresh = () => createStorage(`storage-test-${Date.now()}-${count++}`);
afterEach(() => vi.restoreAllMocks());

describe('storage', () => {
  it('keeps values for another page, and updates in one transaction', async () => {
    const name = `shared-${Date.now()}`;
    const [one, two] = [createStorage(name), createStorage(name)];
    await one.set('a', { x: 1 });
    expect(await two.get('a')).toEqual({ x: 1 });
    await Promise.all(
      Array.from({ length: 40 }, (_, i) => (i % 2 ? one : two).update<number>('n', (old = 0) => old + 1)),
    );
    expect(await one.get('n')).toBe(40);
    await one.delete('a');
    expect(await two.get('a')).toBeUndefined();
    expect(one.durable).toBe(true);
  });

  it.each([
    [
      'throws',
      () => {
        throw new DOMException('denied', 'SecurityError');
      },
    ],
    ['never answers', () => ({}) as IDBOpenDBRequest],
    [
      'fails',
      () => {
        const request = {} as { onerror?: () => void; error: Error };
        request.error = new Error('broken');
        setTimeout(() => request.onerror?.());
        return request as unknown as IDBOpenDBRequest;
      },
    ],
  ])('lives in memory where IndexedDB %s', async (_, open) => {
    vi.spyOn(indexedDB, 'open').mockImplementation(open);
    const storage = fresh();
    await storage.set('a', 1);
    expect(await storage.get('a')).toBe(1);
    expect(await storage.update<number>('a', (old = 0) => old + 1)).toBe(2);
    await storage.delete('a');
    expect(await storage.get('a')).toBeUndefined();
    expect(storage.durable).toBe(false);
  });

  it('opens the database again after it was closed under it', async () => {
    const { open } = indexedDB;
    const opened: IDBDatabase[] = [];
    vi.spyOn(indexedDB, 'open').mockImplementation((...args) => {
      const request = open.apply(indexedDB, args);
      request.addEventListener('success', () => opened.push(request.result));
      return request;
    });
    const storage = fresh();
    await storage.set('a', 1);
    opened[0]!.close();
    expect(await storage.get('a')).toBe(1);
    expect(storage.durable).toBe(true);
    expect(opened).toHaveLength(2);
  });
});
