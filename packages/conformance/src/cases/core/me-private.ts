import { defineCase } from '../../case.js';
import { check } from '../../verdict.js';

export const mePrivate = defineCase({
  clause: 'core.me.private',
  says: '`participant.get` answers `Cache-Control: private, no-cache` with an ETag, and 304 without a body to that ETag.',
  fix: 'Send private, no-cache; a shared cache would hand one person’s state to another. Hash the body for the ETag.',
  needs: ['members'],
  async run({ shared }) {
    const stage = await shared();
    const { token } = await stage.member();
    const answer = await stage.call('participant.get', { token });
    answer.ok('participant.get');
    const caching = answer.header('Cache-Control');
    check(
      /\bprivate\b/.test(caching) && /\bno-cache\b/.test(caching) && !/\bpublic\b/.test(caching),
      'Cache-Control: private, no-cache',
      answer,
    );
    const etag = answer.header('ETag');
    check(etag !== '', 'an ETag', answer);
    const again = await stage.call('participant.get', { token, headers: { 'If-None-Match': etag } });
    check(again.status === 304 && again.text === '', 'status 304 without a body', again);
  },
});
