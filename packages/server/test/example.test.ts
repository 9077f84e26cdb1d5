// The definition that ships with the examples.
import { readFileSync } from 'node:fs';
import type { PublicActivity } from '@fanfare/protocol';
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
