// The stories of `@fanfare/protocol/vectors/days.json`, told to a backend over any store.
import type { DefinitionInput } from '@fanfare/protocol';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import vectors from '../../protocol/vectors/days.json';
import type { Store } from '../src/store.js';
import { createBackend, plain } from './backend.js';

interface Step {
  at: string;
  input?: object;
  refused?: string;
  checkin?: object;
  balance?: number;
}

/** One activity for each story, all in one store. */
export function testStories(name: string, makeStore: () => Store | Promise<Store>): void {
  describe(`days.json on ${name}`, () => {
    let store: Store;
    beforeAll(async () => {
      store = await makeStore();
      await store.ready();
    }, 60_000);
    afterAll(() => store.close(), 60_000);

    it.each(vectors.stories.map((story, at) => ({ ...story, id: `story-${at}` })))(
      '$name',
      async ({ id, zone, schedule, checkin, steps }) => {
        const definition = { ...plain, id, zone, schedule, checkin } as unknown as DefinitionInput;
        const backend = await createBackend([definition], { store });
        for (const [at, step] of (steps as Step[]).entries()) {
          backend.clock.now = Date.parse(step.at);
          const token = await backend.member('ming');
          const where = `step ${at + 1}, ${step.at}`;
          const response = step.input
            ? await backend.post(`/v1/activities/${id}/check-ins`, { token, key: `k${at}`, body: step.input })
            : await backend.get(`/v1/activities/${id}/me`, { token });
          const answer = await response.json();
          expect([answer.code, response.status], where).toEqual([step.refused, step.refused ? 409 : 200]);
          if (step.refused) continue;
          if (step.checkin) expect(answer.sections.checkin, where).toMatchObject(step.checkin);
          if (step.balance !== undefined) expect(answer.sections.points.balance, where).toBe(step.balance);
        }
      },
    );
  });
}
