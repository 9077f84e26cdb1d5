import { dayEndsAt, dayKeyAt } from '@fanfare/protocol';
import { defineCase } from '../../case.js';
import { check } from '../../verdict.js';

/** Far east, far west, halves and quarters of hours, daylight saving on both sides of the equator. */
const ZONES = [
  'Asia/Shanghai',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
  'Asia/Kathmandu',
  'America/St_Johns',
  'Europe/Berlin',
  'Australia/Lord_Howe',
  'America/Santiago',
];

export const today = defineCase({
  clause: 'checkin.today',
  says: '`today` is the calendar day of the activity’s zone by the backend’s clock, and `day_ends_at` the moment it ends, in UTC.',
  fix: 'Compute days from the zone’s own calendar (vectors/days.json has the hard ones), never by adding 24 hours.',
  needs: ['members', 'own'],
  async run({ own }) {
    for (const zone of ZONES) {
      const stage = await own({ zone });
      const { token } = await stage.member();
      const time = await stage.call('time.get');
      const answer = await stage.call('participant.get', { token });
      const section = answer.ok('participant.get').sections.checkin;
      check(section !== undefined, 'section `checkin` in `me`', answer);
      const later = (await stage.call('time.get')).stamp;
      const isDay = [time.stamp, later].some(
        (now) =>
          section.today === dayKeyAt(zone, now) && Date.parse(section.day_ends_at) === dayEndsAt(zone, now),
      );
      const right = `${dayKeyAt(zone, later)}, ending ${new Date(dayEndsAt(zone, later)).toISOString()}, in ${zone}`;
      check(isDay && section.day_ends_at.endsWith('Z'), right, answer);
    }
  },
});
