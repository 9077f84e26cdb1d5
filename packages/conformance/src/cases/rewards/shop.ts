import { defineCase } from '../../case.js';
import { check } from '../../verdict.js';
import { checkIn } from '../checkin/check-in.js';

export const shop = defineCase({
  clause: 'rewards.shop',
  says: 'An exchange takes the points and gives the reward: without enough of them 409 `points_short`, above the limit of one person 409 `limit_reached`.',
  fix: 'Take points only down to 0, in the transaction that gives the reward.',
  needs: ['members', 'own'],
  features: ['checkin', 'shop'],
  async run({ own }) {
    const stage = await own();
    const person = await stage.member();
    const exchange = (item: string) => stage.act('shop.exchange', person, { params: { item } });
    (await exchange('sticker')).refused('points_short');
    (await exchange('no-such-item')).refused('not_found');
    (await checkIn(stage, person)).ok('checkin.create');
    const answer = await exchange('sticker');
    const { points, rewards } = answer.ok('shop.exchange').sections;
    check(points.balance === 5, '5 points left of 10', answer);
    check(rewards.items[0]?.source === 'shop', 'a reward of the mall', answer);
    (await exchange('sticker')).refused('limit_reached');
    (await exchange('car')).refused('points_short');
    const me = await stage.me(person);
    check(me.sections.points!.balance === 5, '5 points still', me.answer);
  },
});
