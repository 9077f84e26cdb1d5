import { describe, expect, it } from 'vitest';
import { gateOf, nextTier, tierStateOf, type World } from '../src/invite.world';
import { mine, world } from './invite.sample';

const having = (change: Partial<typeof mine>): World => ({ ...world, mine: { ...mine, ...change } });

it('is ready, or says why not, the weightiest reason first', () => {
  expect(gateOf(world)).toBe('ready');
  const reasons: Partial<World>[] = [
    { mine: undefined },
    { isOffline: true },
    { isSignedOut: true },
    { phase: 'warmup' },
    { isPaused: true },
    { phase: 'ended' },
    { plan: undefined },
  ];
  let now = world;
  const gates = reasons.map((reason) => {
    now = { ...now, ...reason };
    return gateOf(now);
  });
  expect(gates).toEqual(['loading', 'offline', 'signed-out', 'warmup', 'paused', 'ended', 'absent']);
});

describe('a tier', () => {
  it('is sold out as soon as live says so, whatever was known of it', () => {
    const gone = having({ valid: 3, tiers: [{ id: 'cup', state: 'ready' }] });
    expect(tierStateOf(gone, 'cup')).toBe('ready');
    expect(tierStateOf({ ...gone, left: [{ tier: 'cup', left: 0 }] }, 'cup')).toBe('sold-out');
  });
  it('that was claimed stays claimed when it is gone', () => {
    const claimed = having({ tiers: [{ id: 'cup', state: 'claimed' }] });
    expect(tierStateOf({ ...claimed, left: [{ tier: 'cup', left: 0 }] }, 'cup')).toBe('claimed');
  });
});

it('the next tier is the first that is not full, then the last', () => {
  expect(nextTier(having({ valid: 0 }))?.id).toBe('envelope');
  expect(nextTier(having({ valid: 3 }))?.id).toBe('phone');
  expect(nextTier(having({ valid: 30 }))?.id).toBe('phone');
});
