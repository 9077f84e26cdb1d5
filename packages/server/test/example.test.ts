// The definition that ships with the examples.
import { readFileSync } from 'node:fs';
import { dayKeyAt, daysBetween, type PublicActivity } from '@fanfare/protocol';
import { expect, it } from 'vitest';
import { parseDefinition, publicActivityOf } from '../src/index.js';

const json = JSON.parse(
  readFileSync(new URL('../../../examples/new-year/activity.json', import.meta.url), 'utf8'),
);

it('is valid and has what the page shows: 8 cells, 11 shows, nine sections of rules', () => {
  const activity: PublicActivity = publicActivityOf({ definition: parseDefinition(json), version: 1 });
  expect(activity.lottery?.prizes).toHaveLength(8);
  expect(activity.lottery?.prizes.filter((prize) => prize.kind === 'none')).toHaveLength(1);
  expect(activity.lottery?.total_weight).toBe(100_000);
  expect(activity.sessions).toHaveLength(11);
  expect(new Set(activity.sessions.map((session) => session.host?.en)).size).toBe(8);
  expect(activity.rules).toHaveLength(9);
});

it('invites: three tiers, the last for the first 20, two tasks, two steps; and the pool holds all that is promised', () => {
  const definition = parseDefinition(json);
  const { invite, tasks }: PublicActivity = publicActivityOf({ definition, version: 1 });
  expect(invite?.tiers.map(({ friends, quota }) => [friends, quota])).toEqual([
    [1, undefined],
    [3, undefined],
    [10, 20],
  ]);
  expect(invite?.steps).toBe(2);
  expect(tasks?.map(({ kind }) => kind)).toEqual(['follow', 'proof']);
  const drawn = definition.lottery!.prizes.filter(({ kind }) => kind === 'cash');
  const inEnvelopes = definition.invite!.tiers.reduce((sum, tier) => sum + (tier.envelope?.total ?? 0), 0);
  const promised = drawn.reduce((sum, { value = 0, stock = 0 }) => sum + value * stock, inEnvelopes);
  expect(definition.pool).toBeGreaterThanOrEqual(promised);
});

it('can be checked in to, and what it takes to reach a milestone fits between its start and its end', () => {
  const definition = parseDefinition(json);
  const { checkin, shop } = publicActivityOf({ definition, version: 1 });
  const { start_at, end_at } = definition.schedule;
  const last = dayKeyAt(definition.zone, Date.parse(end_at) - 1);
  const days = daysBetween(dayKeyAt(definition.zone, Date.parse(start_at)), last) + 1;
  // A lap can be finished by whoever comes some days late, and the next one begins while the activity is on.
  expect(checkin!.lap_days).toBeLessThan(days);
  for (const { day } of checkin!.milestones) expect(day).toBeLessThanOrEqual(checkin!.lap_days);
  const most = days * checkin!.points + checkin!.milestones.reduce((sum, one) => sum + (one.points ?? 0), 0);
  expect(shop?.items.length).toBeGreaterThan(2);
  for (const { cost } of shop?.items ?? []) expect(cost).toBeLessThanOrEqual(2 * most);
});

it('says everything in Chinese and in English', () => {
  const texts: Record<string, string>[] = [];
  const visit = (value: unknown): void => {
    if (!value || typeof value !== 'object') return;
    if ('zh-CN' in value || 'en' in value || '*' in value) texts.push(value as Record<string, string>);
    else for (const part of Object.values(value)) visit(part);
  };
  visit(json);
  expect(texts.length).toBeGreaterThan(50);
  for (const text of texts) {
    expect(text['zh-CN'], JSON.stringify(text)).toMatch(/\p{Script=Han}/u);
    expect(text.en, JSON.stringify(text)).toMatch(/[a-z]/);
  }
});
