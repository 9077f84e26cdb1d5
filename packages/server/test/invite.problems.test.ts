// What is wrong in an invite section, named field by field.
import { describe, expect, it } from 'vitest';
import { DefinitionError, parseDefinition } from '../src/index.js';
import { type InviteInput, invite, inviting } from './invite.backend.js';

const pointersOf = (change: Partial<InviteInput>): string[] => {
  try {
    parseDefinition(inviting(change));
    return [];
  } catch (error) {
    return (error as DefinitionError).problems.map(({ pointer }) => pointer);
  }
};
const [one, two] = invite.tiers;
const [where, register] = invite.steps;
const [follow] = invite.tasks;

describe('an invite section', () => {
  it('that is right has no problems', () => {
    expect(pointersOf({})).toEqual([]);
    expect(pointersOf({ qualify: 'friend.valid' })).toEqual([]);
    expect(pointersOf({ qualify: 'task.follow' })).toEqual([]);
  });

  it.each([
    ['two tiers of one id', { tiers: [one, { ...one, friends: 9 }] }, '/invite/tiers/1/id'],
    [
      'an envelope of goods',
      { tiers: [{ ...one, envelope: { total: 9, count: 9 } }] },
      '/invite/tiers/0/envelope',
    ],
    ['cash without an envelope', { tiers: [{ ...two, envelope: undefined }] }, '/invite/tiers/0/envelope'],
    [
      'less than a fen each',
      { tiers: [{ ...two, envelope: { total: 8, count: 9 } }] },
      '/invite/tiers/0/envelope/total',
    ],
    [
      'more envelopes than a list should have',
      { tiers: [{ ...two, envelope: { total: 1_000_000, count: 100_001 } }] },
      '/invite/tiers/0/envelope/count',
    ],
    ['points without a number', { tiers: [{ ...one, kind: 'points' }] }, '/invite/tiers/0/points'],
    ['a step called as a task', { steps: [{ ...register, id: 'proof' }] }, '/invite/steps/0/id'],
    ['two tasks of one id', { tasks: [follow, follow] }, '/invite/tasks/1/id'],
    [
      'a channel to nowhere',
      { steps: [{ ...where, by_channel: { lobby: 'moon' } }] },
      '/invite/steps/0/by_channel/lobby',
    ],
    [
      'an option without an address',
      { steps: [{ ...where, options: [where!.options![0]!, { id: 'branch', title: { '*': 'B' } }] }] },
      '/invite/steps/0/options/1/url',
    ],
    ['a friend who counts by being seen', { qualify: 'joined' }, '/invite/qualify'],
    ['a task done by a day', { tasks: [{ ...follow, done_by: 'day' }] }, '/invite/tasks/0/done_by'],
    ['a step done by being seen', { steps: [{ ...register, done_by: 'joined' }] }, '/invite/steps/0/done_by'],
  ] as [string, Partial<InviteInput>, string][])('names %s', (_, change, pointer) => {
    expect(pointersOf(change)).toEqual([pointer]);
    expect(() => parseDefinition(inviting(change))).toThrow(DefinitionError);
  });
});
