// The rehearsal by its own handles, without a page: the same app, clock and store as in one.
import type { Me } from '@fanfare/protocol';
import { checkinCreate, inviteAccept, lotteryDraw } from '@fanfare/protocol/routes';
import { describe, expect, it } from 'vitest';
import { type PersonaName, personaNames, type RehearsalState } from '../src/index.js';
import { onStage, rehearse, START, show } from './rehearsal.page.js';

type Stage = ReturnType<typeof rehearse>;

const draw = (activity: ReturnType<typeof onStage>, key: string) =>
  activity.call(lotteryDraw, { body: { client_seed: 'seed' }, key });

/** The state of whoever is on stage, read as their page would read it. */
async function meOf(rehearsal: Stage): Promise<Me> {
  const activity = onStage(rehearsal);
  await activity.ready;
  const sections = Object.fromEntries(
    (['chances', 'invite', 'checkin', 'points', 'rewards'] as const).map((name) => [
      name,
      activity.section(name).value,
    ]),
  );
  activity.destroy();
  return { participant: activity.participant.value!, sections };
}

describe('time', () => {
  it('begins where it is told, goes on, and travels to moments and scenes', async () => {
    const rehearsal = rehearse();
    expect(rehearsal.phase).toBe('warmup');
    expect(START - rehearsal.now()).toBeGreaterThan(80_000);
    await rehearsal.travel('live');
    expect(rehearsal.phase).toBe('live');
    await rehearsal.skip(86_400_000);
    expect(rehearsal.now() - START).toBeGreaterThan(86_400_000);
    await rehearsal.travel('ended');
    expect(rehearsal.phase).toBe('ended');
    await rehearsal.travel('2027-01-02T00:00:00+08:00');
    expect(new Date(rehearsal.now()).toISOString()).toMatch(/^2027-01-01T16:00:0/);
    await expect(rehearsal.travel('soon')).rejects.toThrow('a moment expected a time such as');
  });

  it("moves the page's clock, and what the rules allow", async () => {
    const rehearsal = rehearse();
    const activity = onStage(rehearsal);
    await activity.ready;
    expect(activity.phase).toBe('warmup');
    expect(await draw(activity, 'early')).toMatchObject({ ok: false, failure: { code: 'not_started' } });
    await rehearsal.travel('live');
    await activity.refresh();
    expect(activity.phase).toBe('live');
    expect(await draw(activity, 'now')).toMatchObject({ ok: true });
    expect(await activity.call(checkinCreate, { body: {}, key: 'today' })).toMatchObject({ ok: true });
    activity.destroy();
  });
});

describe('personas', () => {
  const on = async (persona: PersonaName) => {
    const rehearsal = rehearse({ clock: 'live', persona });
    return { rehearsal, me: await meOf(rehearsal) };
  };

  it('new: a guest with every chance, and somebody else each time', async () => {
    const { rehearsal, me } = await on('new');
    expect(me.participant.kind).toBe('guest');
    expect(me.sections.chances).toMatchObject({ left: 3, used: 0 });
    expect((await meOf(rehearsal)).participant.id).toBe(me.participant.id);
    await rehearsal.play('new');
    expect((await meOf(rehearsal)).participant.id).not.toBe(me.participant.id);
  });

  it('inviter: two friends count and one waits, and a tier is ready', async () => {
    const { me } = await on('inviter');
    expect(me.sections.invite).toMatchObject({ valid: 2, tiers: [{ id: 'two', state: 'ready' }] });
    expect(me.sections.invite!.friends.map(({ state }) => state).sort()).toEqual([
      'joined',
      'valid',
      'valid',
    ]);
  });

  it("friend: comes by the inviter's link, accepts, and counts with the fact", async () => {
    const rehearsal = rehearse({ clock: 'live', persona: 'friend' });
    const activity = onStage(rehearsal);
    await activity.ready;
    const { location } = rehearsal.device().environment;
    const { code } = (await meOf(rehearsal)).sections.invite!;
    // In Node there is no address; the inviter's code is known by what accepting it answers.
    expect(location()).toBeUndefined();
    await rehearsal.play('inviter');
    const inviter = (await meOf(rehearsal)).sections.invite!;
    expect(code).not.toBe(inviter.code);
    const accepted = await activity.call(inviteAccept, {
      params: { code: inviter.code },
      body: {},
      key: 'a',
    });
    expect(accepted).toMatchObject({ ok: true });
    expect((await meOf(rehearsal)).sections.invite!.friends).toHaveLength(4);
    activity.destroy();
  });

  it('winner: has won, and wins again by the same rules', async () => {
    const { rehearsal, me } = await on('winner');
    expect(me.sections.rewards!.items).toHaveLength(1);
    const activity = onStage(rehearsal);
    await activity.ready;
    expect(await draw(activity, 'again')).toMatchObject({ ok: true, value: { draw: { outcome: 'won' } } });
    expect(activity.definition.value!.lottery!.prizes.map(({ id }) => id)).toEqual(['tea', 'cup', 'luck']);
    activity.destroy();
  });

  it('abuser: refused, while others are not', async () => {
    const { rehearsal } = await on('abuser');
    const activity = onStage(rehearsal);
    await activity.ready;
    expect(await draw(activity, 'a')).toMatchObject({ ok: false, failure: { code: 'denied' } });
    expect(await activity.call(checkinCreate, { body: {}, key: 'c' })).toMatchObject({
      failure: { code: 'denied' },
    });
    activity.destroy();
    await rehearsal.play('new');
    const other = onStage(rehearsal);
    await other.ready;
    expect(await draw(other, 'b')).toMatchObject({ ok: true });
    other.destroy();
  });

  it.each(personaNames)('%s: can be on stage in any phase', async (persona) => {
    for (const clock of ['warmup', 'live', 'ended']) {
      const rehearsal = rehearse({ clock, persona });
      expect((await meOf(rehearsal)).participant.id).toBeTruthy();
    }
  });

  it('what happened to a person before happens when the activity begins', async () => {
    const rehearsal = rehearse({ persona: 'inviter' });
    expect((await meOf(rehearsal)).sections.invite).toMatchObject({ valid: 0 });
    await rehearsal.travel('live');
    expect((await meOf(rehearsal)).sections.invite).toMatchObject({ valid: 2 });
  });
});

describe('faults', () => {
  const request = (path = '/v1/activities/show', init?: RequestInit) =>
    new Request(`https://in-page.invalid${path}`, init);
  const act = () => request('/v1/activities/show/draws', { method: 'POST', body: '{}' });

  it('error, offline and blocked answer as servers and networks do', async () => {
    const rehearsal = rehearse({ faults: ['error'] });
    const failed = await rehearsal.transport(request());
    expect([failed.status, await failed.json()]).toMatchObject([500, { code: 'internal', retryable: true }]);
    await rehearsal.setFaults(['offline']);
    await expect(rehearsal.transport(request())).rejects.toThrow(TypeError);
    await rehearsal.setFaults(['blocked']);
    expect((await rehearsal.transport(request())).status).toBe(200);
    const blocked = await rehearsal.transport(act());
    expect([blocked.status, await blocked.json()]).toMatchObject([403, { code: 'denied' }]);
    await rehearsal.setFaults([]);
    expect((await rehearsal.transport(act())).status).toBe(401);
  });

  it('time-out answers nothing until it is given up', async () => {
    const rehearsal = rehearse({ faults: ['timeout'] });
    const patience = new AbortController();
    let isOver = false;
    const asked = rehearsal.transport(request(undefined, { signal: patience.signal })).finally(() => {
      isOver = true;
    });
    asked.catch(() => {});
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(isOver).toBe(false);
    patience.abort();
    await expect(asked).rejects.toThrow('abort');
  });

  it('pool empty: nothing is left of what can run out, until the fault is over', async () => {
    const rehearsal = rehearse({ clock: 'live', persona: 'winner', faults: ['pool-empty'] });
    const live = async () =>
      (await rehearsal.transport(request('/v1/activities/show/live'))).json() as Promise<{
        stock: { prize: string; label: string }[];
      }>;
    const labels = async () => (await live()).stock.map(({ label }) => label);
    expect(new Set(await labels())).toContain('out');
    const activity = onStage(rehearsal);
    await activity.ready;
    expect(await draw(activity, 'k')).toMatchObject({ value: { draw: { outcome: 'none' } } });
    activity.destroy();
    await rehearsal.setFaults([]);
    expect(new Set(await labels())).not.toContain('out');
  });

  it('pool empty leaves no trace on what has no limit', async () => {
    const lottery = {
      ...show.lottery!,
      prizes: [
        { id: 'points', name: { '*': 'Points' }, kind: 'points' as const, value: 5, weight: 1 },
        { ...show.lottery!.prizes[2]!, weight: 0 },
      ],
    };
    const rehearsal = rehearse({ activity: { ...show, lottery }, clock: 'live', faults: ['pool-empty'] });
    const activity = onStage(rehearsal);
    await activity.ready;
    expect(await draw(activity, 'empty')).toMatchObject({ value: { draw: { outcome: 'none' } } });
    await rehearsal.setFaults([]);
    expect(await draw(activity, 'full')).toMatchObject({ value: { draw: { outcome: 'won' } } });
    activity.destroy();
  });
});

describe('a state', () => {
  it('is JSON, and goes on elsewhere from where it was', async () => {
    const first = rehearse({ clock: 'live', persona: 'inviter' });
    const activity = onStage(first);
    await activity.ready;
    const drawn = await draw(activity, 'kept');
    activity.destroy();
    await first.setFaults(['blocked']);
    const text = JSON.stringify(await first.exportState());

    const second = rehearse();
    await second.importState(JSON.parse(text));
    expect([second.persona, second.faults, second.phase]).toEqual(['inviter', ['blocked'], 'live']);
    expect(Math.abs(second.now() - first.now())).toBeLessThan(5000);
    await second.setFaults([]);
    expect((await meOf(second)).sections.invite).toMatchObject({ valid: 2 });
    const again = onStage(second);
    await again.ready;
    expect(await draw(again, 'kept')).toEqual(drawn);
    again.destroy();
    const { log } = JSON.parse(text) as RehearsalState;
    expect(log.at(-1)).toMatchObject({ method: 'POST', path: '/v1/activities/show/draws', status: 200 });
    expect(text).not.toContain('eyJ');
  });

  it('of another kind is refused', async () => {
    const rehearsal = rehearse();
    for (const wrong of [null, 7, {}, { ...(await rehearsal.exportState()), version: 2 }])
      await expect(rehearsal.importState(wrong)).rejects.toMatchObject({ code: 'state_invalid' });
  });

  it('of another activity is refused', async () => {
    const other = rehearse({ activity: { ...show, id: 'other' } });
    const state = await other.exportState();
    await expect(rehearse().importState(state)).rejects.toThrow('the state is of the activity "other"');
  });

  it('can be forgotten', async () => {
    const rehearsal = rehearse({ clock: 'live' });
    const { participant } = await meOf(rehearsal);
    await rehearsal.reset();
    expect((await meOf(rehearsal)).participant.id).not.toBe(participant.id);
  });
});

describe('a host', () => {
  it('sends facts about whoever is on stage', async () => {
    const rehearsal = rehearse({ clock: 'live' });
    expect(rehearsal.facts).toEqual(['watched']);
    expect((await meOf(rehearsal)).sections.chances!.left).toBe(3);
    await rehearsal.record('watched');
    expect((await meOf(rehearsal)).sections.chances!.left).toBe(4);
    await expect(rehearsal.record('joined')).rejects.toThrow('the fact "joined" was refused');
  });

  it('is told what is wrong with the activity, field by field', () => {
    const wrong = { ...show, zone: 'Moon' };
    expect(() => rehearse({ activity: wrong })).toThrow('"zone" expected an IANA time zone');
  });
});
