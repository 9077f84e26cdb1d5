import { defineCase } from '../../case.js';
import { check } from '../../verdict.js';

export const capabilities = defineCase({
  clause: 'core.capabilities',
  says: '`GET /v1` answers protocol "1", the features that the backend has and its limits. It is public and cacheable.',
  fix: 'Answer { protocol: "1", server, features, limits } with Cache-Control: public; list only features whose routes work.',
  async run({ send }) {
    const answer = await send('GET', '/v1');
    const { protocol } = answer.ok('capabilities.get');
    check(protocol === '1', 'protocol "1"', answer);
    check(/\bpublic\b/.test(answer.header('Cache-Control')), 'Cache-Control: public', answer);
  },
});
