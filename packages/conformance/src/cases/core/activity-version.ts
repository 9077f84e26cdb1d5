import { defineCase } from '../../case.js';
import { check } from '../../verdict.js';

export const activityVersion = defineCase({
  clause: 'core.activity.version',
  says: 'With `?version=N` the answer of `activity.get` is that version and immutable; a version that never was is 404 `not_found`.',
  fix: 'Keep every version; answer a named one with Cache-Control: public, max-age=31536000, immutable.',
  async run({ shared }) {
    const stage = await shared();
    const { version } = (await stage.call('activity.get')).ok('activity.get');
    const named = await stage.call('activity.get', { query: { version: String(version) } });
    check(named.ok('activity.get').version === version, `version ${version}`, named);
    check(/\bimmutable\b/.test(named.header('Cache-Control')), 'Cache-Control with immutable', named);
    (await stage.call('activity.get', { query: { version: '999999' } })).refused('not_found');
  },
});
