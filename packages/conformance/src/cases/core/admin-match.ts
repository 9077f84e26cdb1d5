import { defineCase } from '../../case.js';

export const adminMatch = defineCase({
  clause: 'core.admin.match',
  says: 'A definition is replaced only by whoever names the version that was read: without `If-Match` 428 `version_required`, with an old one 412 `version_mismatch`.',
  fix: 'Compare If-Match with the stored version in the transaction that writes.',
  needs: ['own'],
  async run({ own, world }) {
    const stage = await own();
    const token = world.options.adminKey!;
    const body = await world.put({ id: stage.id, title: { '*': 'Second' } });
    (await stage.call('admin.activity.put', { token, body })).refused('version_required');
    const headers = { 'If-Match': '"1"' };
    (await stage.call('admin.activity.put', { token, body, headers })).refused('version_mismatch');
    (await stage.call('admin.activity.put', { body, headers })).refused('unauthenticated');
  },
});
