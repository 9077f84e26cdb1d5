/** Where the page is shown, as a class; bots are tagged, not dropped. */
export type EnvironmentClass = 'wechat' | 'wecom' | 'alipay' | 'weibo' | 'qq' | 'browser' | 'bot';

const APPS: [RegExp, EnvironmentClass][] = [
  [/bot|crawl|spider|headless/i, 'bot'],
  [/wxwork/i, 'wecom'],
  [/MicroMessenger/i, 'wechat'],
  [/AlipayClient/i, 'alipay'],
  [/Weibo/i, 'weibo'],
  [/ QQ\//i, 'qq'],
];

export function classifyEnvironment(
  agent: Pick<Navigator, 'userAgent' | 'webdriver'> | undefined = globalThis.navigator,
): EnvironmentClass {
  if (agent?.webdriver) return 'bot';
  return APPS.find(([pattern]) => pattern.test(agent?.userAgent ?? ''))?.[1] ?? 'browser';
}
