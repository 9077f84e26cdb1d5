import { describe, expect, it } from 'vitest';
import { startState } from '../src/invite.start';
import { type InviteEvent, type InviteState, reduce } from '../src/invite.state';
import { mine, world } from './invite.sample';

const rest = startState(world, false);
const asking: InviteState = { ...rest, deeds: { 'tier:envelope': { phase: 'asking' } } };
const failed: InviteState = { ...rest, deeds: { 'tier:envelope': { phase: 'failed', code: 'timeout' } } };
const refused: InviteState = { ...rest, deeds: { 'tier:envelope': { phase: 'refused', code: 'sold_out' } } };
const met: InviteState = { ...rest, inviter: { code: 'A' } };
const id = 'tier:envelope';
const opened = { tier: 'envelope', amount: 888 };

describe('reduce', () => {
  it.each<[string, InviteState, InviteEvent, InviteState]>([
    ['asks for a tier that is ready', rest, { type: 'ask', id }, asking],
    ['ignores the second tap', asking, { type: 'ask', id }, asking],
    ['asks again after a failure', failed, { type: 'ask', id }, asking],
    ['asks for no tier that is locked', rest, { type: 'ask', id: 'tier:phone' }, rest],
    ['opens what was claimed', asking, { type: 'done', id, opened }, { ...rest, opened }],
    ['takes no answer that nobody waits for', rest, { type: 'done', id, opened }, rest],
    ['keeps a failure', asking, { type: 'failed', id, code: 'timeout' }, failed],
    ['keeps a refusal', asking, { type: 'refused', id, code: 'sold_out' }, refused],
    ['does not fail what is at rest', rest, { type: 'failed', id, code: 'timeout' }, rest],
    ['forgets a refusal', refused, { type: 'dismiss', id }, rest],
    ['does not forget what is asked for', asking, { type: 'dismiss', id }, asking],
    ['closes an envelope', { ...rest, opened }, { type: 'close' }, { ...rest, opened: undefined }],
    ['meets an inviter', rest, { type: 'met', inviter: { code: 'A' } }, met],
    ['leaves an inviter', met, { type: 'leave' }, { ...rest, inviter: undefined }],
    [
      'has accepted an inviter',
      { ...met, deeds: { 'accept:A': { phase: 'asking' } } },
      { type: 'done', id: 'accept:A' },
      { ...rest, inviter: undefined, accepted: 'A' },
    ],
    [
      'forgets another person',
      { ...failed, opened },
      { type: 'forget' },
      { ...rest, accepted: undefined, opened: undefined },
    ],
  ])('%s', (_, state, event, next) => {
    expect(reduce(state, event)).toEqual(next);
  });

  it('takes what is learned, whatever goes on', () => {
    const next = { ...world, mine: { ...mine, valid: 3 } };
    expect(reduce(asking, { type: 'learned', world: next })).toEqual({ ...asking, world: next });
  });
});
