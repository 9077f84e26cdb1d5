import { codes, type ProblemCode } from '@fanfare/protocol';
import { defineCase } from '../../case.js';
import { check } from '../../verdict.js';

export const problem = defineCase({
  clause: 'core.problem',
  says: 'Every refusal is `application/problem+json` (RFC 9457) with a stable `code`, the code’s own status and `retryable` as the contract has them.',
  fix: 'Make problems in one place, from the table of codes in the contract.',
  async run({ send, shared }) {
    const stage = await shared();
    const answers = [
      await send('GET', '/v1/nowhere'),
      await stage.call('participant.get'),
      await stage.call('activity.get', { params: { activity: 'kit-no-such-activity' } }),
    ];
    for (const answer of answers) {
      check(
        /^application\/problem\+json/.test(answer.header('Content-Type')),
        'Content-Type: application/problem+json',
        answer,
      );
      const rule = codes[answer.code as ProblemCode];
      check(rule !== undefined, 'a code of the contract', answer);
      answer.refused(answer.code as ProblemCode);
      const { status, retryable } = answer.json as { status: number; retryable: boolean };
      check(status === answer.status, `"status": ${answer.status} in the body`, answer);
      check(retryable === rule.retryable, `"retryable": ${rule.retryable}`, answer);
    }
  },
});
