import { defineCase } from '../../case.js';
import { check } from '../../verdict.js';
import { timesNotInUtc } from '../utc.js';

export const activityPublic = defineCase({
  clause: 'core.activity.public',
  says: '`activity.get` answers the public definition to anybody, cacheable, with an ETag and all times in UTC.',
  fix: 'Write the answer field by field, times as 2027-01-01T00:00:00.000Z, with Cache-Control: public and an ETag.',
  async run({ shared }) {
    const stage = await shared();
    const answer = await stage.call('activity.get');
    const { id } = answer.ok('activity.get');
    check(id === stage.id, `the id "${stage.id}"`, answer);
    check(/\bpublic\b/.test(answer.header('Cache-Control')), 'Cache-Control: public', answer);
    check(answer.header('ETag') !== '', 'an ETag', answer);
    const wrong = timesNotInUtc(answer.json);
    check(wrong.length === 0, `times in UTC (ending in Z), not ${wrong[0]}`, answer);
  },
});
