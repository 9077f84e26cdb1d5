import { expect, it } from 'vitest';
import { createText } from '../src/widget/text';

const pack = {
  'zh-CN': { left: '还剩 {n} 次', hello: '你好' },
  en: { left: '{n} chance left|{n} chances left', hello: 'Hello' },
};

it('chooses the plural form and fills in values', () => {
  const t = createText(pack, 'en-GB');
  expect([t('left', { n: 1 }), t('left', { n: 2 })]).toEqual(['1 chance left', '2 chances left']);
  expect(createText(pack, 'zh-TW')('left', { n: 1 })).toBe('还剩 1 次');
});

it('lends its language and the host’s words to a pack that comes later', () => {
  const later = { 'zh-CN': { bye: '再见', thanks: '谢谢' }, en: { bye: 'Bye', thanks: 'Thanks' } };
  const t = createText(pack, 'zh-CN', { thanks: '多谢' }).with(later);
  expect([t('bye'), t('thanks')]).toEqual(['再见', '多谢']);
});
