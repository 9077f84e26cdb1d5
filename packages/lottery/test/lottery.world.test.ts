import { expect, it } from 'vitest';
import { gateOf, needsSignIn, type World } from '../src/lottery.world';
import { world } from './lottery.sample';

const out = [
  { prize: 'phone', label: 'out' as const },
  { prize: 'coupon', label: 'out' as const },
];

it.each<[string, Partial<World>]>([
  ['ready', {}],
  ['ready', { chances: undefined }],
  ['empty', { chances: { revision: 1, left: 0, used: 3, granted: 3 } }],
  ['sold-out', { stock: out }],
  ['ready', { stock: out.slice(1) }],
  ['paused', { isPaused: true }],
  ['warmup', { phase: 'warmup' }],
  ['ended', { phase: 'ended', isPaused: true }],
  ['signed-out', { isSignedOut: true }],
  ['loading', { isKnown: false, isSignedOut: true }],
  ['offline', { isOffline: true }],
  ['absent', { lottery: undefined }],
])('%s', (gate, change) => {
  expect(gateOf({ ...world, ...change })).toBe(gate);
});

it('leads to the sign-in where only members may draw', () => {
  const outside = { ...world, isSignedOut: true };
  expect(needsSignIn({ phase: 'rest', world: outside })).toBe(true);
  expect(needsSignIn({ phase: 'refused', world, code: 'guest_forbidden' })).toBe(true);
  expect(needsSignIn({ phase: 'refused', world, code: 'denied' })).toBe(false);
  expect(needsSignIn({ phase: 'rest', world })).toBe(false);
});
