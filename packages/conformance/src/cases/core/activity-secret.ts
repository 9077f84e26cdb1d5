import { defineCase } from '../../case.js';
import { SECRET_NUMBER, SECRET_URL } from '../../definitions.js';
import { check } from '../../verdict.js';

export const activitySecret = defineCase({
  clause: 'core.activity.secret',
  says: 'Costs, budgets, exact stock, weights that are not published and the links of later steps never leave the backend.',
  fix: 'Write public answers as an allow-list, field by field; never copy the stored definition.',
  needs: ['own', 'members'],
  async run({ own, world }) {
    const stage = await own(
      world.features.has('lottery')
        ? {
            lottery: {
              prizes: [
                {
                  id: 'cup',
                  name: { '*': 'Cup' },
                  kind: 'goods',
                  weight: 2,
                  stock: SECRET_NUMBER,
                  cost: SECRET_NUMBER,
                },
                { id: 'luck', name: { '*': 'Good luck' }, kind: 'none', weight: 5 },
              ],
              chances: [{ id: 'joined', fact: 'joined', chances: 3 }],
              publish_odds: false,
            },
          }
        : {},
    );
    const { token } = await stage.member();
    const answers = [
      await stage.call('activity.get'),
      await stage.call('activity.live'),
      await stage.call('participant.get', { token }),
    ];
    for (const answer of answers) {
      check(answer.status === 200, 'status 200', answer);
      for (const secret of [String(SECRET_NUMBER), SECRET_URL, 'weight'])
        check(!answer.text.includes(secret), `an answer without ${secret}`, answer);
    }
  },
});
