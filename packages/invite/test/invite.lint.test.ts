import { expect, it } from 'vitest';
import { lintCopy, lintFlow } from '../src/invite.lint';
import { sheetText } from '../src/invite.sheet-text';
import { inviteText } from '../src/invite.text';
import { plan } from './invite.sample';

it.each([
  ['分享给好友领红包', 'share-for-reward'],
  ['转发后才能查看结果', 'forced-share'],
  ['集满 38 个赞', 'collected-likes'],
  ['人人有份，不转不是中国人', 'false-promise'],
  ['发展下线，躺赚佣金', 'pyramid'],
  ['全网最低', 'superlative'],
  ['Share with friends to win a phone', 'share-for-reward'],
  ['Share to unlock the answer', 'forced-share'],
])('%s breaks %s', (text, rule) => {
  const risks = lintCopy(text);
  expect(risks.map((risk) => risk.rule)).toContain(rule);
  for (const { word, index, why } of risks) {
    expect(text.slice(index, index + word.length)).toBe(word);
    expect(why['zh-CN'] && why.en).toBeTruthy();
  }
});

it.each(['新年快乐，一起来看直播', 'Happy New Year. Watch with us.', '已有 3 位好友加入'])(
  'has nothing against %s',
  (text) => expect(lintCopy(text)).toEqual([]),
);

it('has nothing against our own words of sharing', () => {
  for (const pack of [inviteText, sheetText])
    for (const words of Object.values(pack))
      for (const text of Object.values<string>(words)) expect([text, lintCopy(text)]).toEqual([text, []]);
});

it('says that a way is too long', () => {
  expect(lintFlow(plan)).toEqual([]);
  expect(lintFlow({ ...plan, steps: 5 })).toHaveLength(2);
});
