import type { DefinitionInput } from '@fanfare/protocol';
import type { Caller, CallOptions, Stage } from '../../stage.js';
import { check } from '../../verdict.js';

/** What everybody wins, with changes. */
export const sureThing = (change: object = {}): Pick<DefinitionInput, 'lottery'> => ({
  lottery: {
    prizes: [
      { id: 'cup', name: { '*': 'Cup' }, kind: 'goods', weight: 1, ...change },
      { id: 'luck', name: { '*': 'Good luck' }, kind: 'none', weight: 0 },
    ],
    chances: [{ id: 'joined', fact: 'joined', chances: 5 }],
  },
});

/** The id of the reward that a draw of `person` wins. */
export async function win(stage: Stage, person: Caller): Promise<string> {
  const answer = await stage.draw(person);
  const { reward } = answer.ok('lottery.draw').draw;
  check(reward !== null, 'a reward: the cup has all the weight', answer);
  return reward;
}

/** Claims a reward. */
export const claim = (stage: Stage, person: Caller, reward: string, options: CallOptions = {}) =>
  stage.act('reward.claim', person, { params: { reward }, ...options });
