import { defineCase } from '../../case.js';

export const activityUnknown = defineCase({
  clause: 'core.activity.unknown',
  says: 'An activity that does not exist is 404 `activity_not_found` on every route.',
  fix: 'Look the activity up before anything else and refuse with activity_not_found.',
  async run({ shared }) {
    const stage = await shared();
    const params = { activity: 'kit-no-such-activity' };
    for (const route of ['activity.get', 'activity.live'] as const)
      (await stage.call(route, { params })).refused('activity_not_found');
    (await stage.call('guest.create', { params, body: {} })).refused('activity_not_found');
  },
});
