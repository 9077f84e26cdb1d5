import { defineCase } from '../../case.js';
import { check } from '../../verdict.js';

export const timeStamp = defineCase({
  clause: 'core.time.stamp',
  says: 'Every `no-store` answer carries `Fanfare-Time` (unix ms), refusals too: pages set their clock by them.',
  fix: 'Stamp answers in one place, after everything else, wherever Cache-Control is no-store.',
  async run({ send, shared, clock }) {
    const stage = await shared();
    const answers = [
      await send('GET', '/v1/nowhere'),
      await stage.call('participant.get'),
      await stage.call('lottery.draw', { body: { client_seed: 'kit' } }),
      await stage.call('guest.create', { body: '{' }),
    ];
    for (const answer of answers) {
      check(
        answer.header('Cache-Control').includes('no-store'),
        'Cache-Control: no-store on a refusal',
        answer,
      );
      check(
        Math.abs(answer.stamp - clock.now()) < 60_000,
        'Fanfare-Time: the clock of the backend in unix ms',
        answer,
      );
    }
  },
});
