// A whole activity in the page, from the warm-up to the check-in, by the widgets themselves and without any server.
import { afterEach, beforeAll, expect, it } from 'vitest';
import { rehearse } from './rehearsal.page.js';
import { askedOutside, leave, stage, watchNetwork } from './stage.page.js';

beforeAll(watchNetwork);
afterEach(() => {
  leave();
  expect(askedOutside()).toEqual([]);
});

it('warm-up, time travel, live, a draw, the prize, an invite as the friend, a check-in', async () => {
  const rehearsal = rehearse({ persona: 'winner' });
  const { says, tap, root, textOf } = stage(rehearsal);
  await says('lottery', 'Starting soon');
  await says('countdown', /00.*01.*\d\d/s);
  expect(textOf('poster')).not.toBe('');

  await rehearsal.travel('live');
  await says('lottery', 'chances left');
  await tap('lottery', '.go');
  await says('lottery', /Tea set|Mug/);
  await expect.poll(() => root('lottery').querySelector('dialog .won')).not.toBeNull();

  await rehearsal.play('friend');
  await says('invite', '林小满');
  await tap('invite', '[part~="accept"]');
  await says('invite', 'You are in. Welcome!');
  await tap('checkin', '.go');
  await says('checkin', /\+10/);
  await expect.poll(() => root('checkin').querySelector('.go.is-done')).not.toBeNull();
  await rehearsal.record('watched');

  await rehearsal.play('inviter');
  await says('invite', 'Red envelope');
  const { activity } = document.querySelector('fanfare-activity')!;
  await expect
    .poll(
      () => activity && document.querySelector('fanfare-activity')!.activity!.section('invite').value?.valid,
    )
    .toBe(3);
});

it('time goes on by days: yesterday is over, and today can be checked in', async () => {
  const rehearsal = rehearse({ clock: 'live' });
  const { tap, root } = stage(rehearsal, { widgets: ['checkin'] });
  await tap('checkin', '.go.is-ready');
  await expect.poll(() => root('checkin').querySelector('.go.is-done')).not.toBeNull();
  await rehearsal.skip(86_400_000);
  await tap('checkin', '.go.is-ready');
  await expect.poll(() => root('checkin').querySelector('.go.is-done')).not.toBeNull();
  const provider = document.querySelector('fanfare-activity')!;
  expect(provider.activity!.section('points').value!.balance).toBe(20);
});
