import { defineCase } from '../../case.js';
import { check } from '../../verdict.js';

export const live = defineCase({
  clause: 'core.live',
  says: '`activity.live` answers the numbers that change, the same for everybody, cacheable for seconds at most, and names the newest version.',
  fix: 'Answer with Cache-Control: public, max-age=1 (60 at most) and the version of the stored definition.',
  async run({ shared }) {
    const stage = await shared();
    const { version } = (await stage.call('activity.get')).ok('activity.get');
    const answer = await stage.call('activity.live');
    check(answer.ok('activity.live').version >= version, `version ${version} or newer`, answer);
    const caching = answer.header('Cache-Control');
    const age = Number(/max-age=(\d+)/.exec(caching)?.[1] ?? 0);
    check(
      /\bpublic\b/.test(caching) && age <= 60,
      'Cache-Control: public with a max-age of 60 at most',
      answer,
    );
  },
});
