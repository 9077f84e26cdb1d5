import { expect, it } from 'vitest';
import { formBody, problemOf } from '../src/invite.form';

it.each([
  ['name', '', 'fieldMissing'],
  ['name', '  ', 'fieldMissing'],
  ['name', '张三', undefined],
  ['phone', 'call me', 'fieldWrong'],
  ['phone', '+86 138 0000 0000', undefined],
  ['postcode', '', undefined],
  ['postcode', '!', 'fieldWrong'],
  ['street', 'x'.repeat(201), 'fieldWrong'],
  ['number', '62', 'fieldWrong'],
] as const)('%s "%s" is %s', (name, value, problem) => {
  expect(problemOf(name, value)).toBe(problem);
});

it('sends what was filled in, under the form’s name', () => {
  expect(formBody('account', { name: ' A ', number: '6222 0000', phone: '1' })).toEqual({
    account: { name: 'A', number: '6222 0000' },
  });
  expect(formBody('address', { name: 'A', phone: '1', region: 'R', street: 'S', postcode: '' })).toEqual({
    address: { name: 'A', phone: '1', region: 'R', street: 'S' },
  });
});
