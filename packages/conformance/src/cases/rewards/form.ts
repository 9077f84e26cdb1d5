import { defineCase } from '../../case.js';
import { check } from '../../verdict.js';
import { claim, sureThing, win } from './winner.js';

export const form = defineCase({
  clause: 'rewards.form',
  says: 'A reward that must be sent needs its form: without an address 422 `invalid`. What was given is never answered again.',
  fix: 'Check the body against the reward’s form; keep it out of every answer and log.',
  needs: ['members', 'own'],
  features: ['lottery'],
  async run({ own }) {
    const stage = await own(sureThing({ form: 'address' }));
    const person = await stage.drawer();
    const reward = await win(stage, person);
    (await claim(stage, person, reward)).refused('invalid');
    (await claim(stage, person, reward, { body: { address: { name: 'Ming' } } })).refused('invalid');
    const street = 'Kit Street 918273645';
    const address = { name: 'Ming', phone: '13800000000', region: 'Shanghai', street };
    const answer = await claim(stage, person, reward, { body: { address } });
    answer.ok('reward.claim');
    const me = await stage.call('participant.get', { token: person.token });
    for (const one of [answer, me]) check(!one.text.includes(street), 'an answer without the address', one);
  },
});
