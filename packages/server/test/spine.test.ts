// The walk through: activity, me, draw, reward in hand.
import { contracts } from '@fanfare/protocol';
import { describe, expect, it } from 'vitest';
import { createBackend } from './backend.js';

describe('the spine', () => {
  it('counts down, draws and keeps what was won', async () => {
    const backend = await createBackend();
    const activity = await (await backend.get('/v1/activities/plain')).json();
    expect(contracts['activity.get'].output.parse(activity)).toEqual(activity);
    expect(activity.version).toBe(1);

    const token = await backend.member('ming', { name: '王小明' });
    const me = await backend.me(token);
    expect(contracts['participant.get'].output.parse(me)).toEqual(me);
    expect(me.participant).toMatchObject({ id: 'ming', kind: 'member', name: '王小明' });
    expect(me.sections.chances).toMatchObject({ left: 4, used: 0, granted: 4 });

    const drawn = [];
    for (const key of ['1', '2', '3', '4']) {
      const response = await backend.draw(token, key);
      expect(response.status).toBe(200);
      const answer = await response.json();
      expect(contracts['lottery.draw'].output.parse(answer)).toEqual(answer);
      drawn.push(answer);
    }
    expect(drawn.map((answer) => answer.sections.chances.left)).toEqual([3, 2, 1, 0]);
    expect(drawn.map((answer) => answer.draw.nonce)).toEqual([1, 2, 3, 4]);
    const won = drawn.filter((answer) => answer.draw.outcome === 'won');
    expect(won.length + drawn.filter((answer) => answer.draw.prize === 'luck').length).toBe(4);

    const after = await backend.me(token);
    expect(after.sections.rewards.items.map((reward: { id: string }) => reward.id)).toEqual(
      won.map((answer) => answer.draw.reward).reverse(),
    );
    const refused = await backend.draw(token, '5');
    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({ code: 'no_chances', retryable: false });
  });
});
