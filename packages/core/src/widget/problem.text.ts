import type { TextPack } from './text.js';

export type ProblemKey = 'offline' | 'timeout' | 'busy' | 'missing' | 'bad' | 'broken' | 'setup';

/** What every widget says when it cannot show itself. */
export const problemText: TextPack<ProblemKey> = {
  'zh-CN': {
    // Shown when the request did not reach the server.
    offline: '网络似乎断开了，请检查后重试',
    // Shown when the server took too long.
    timeout: '网络有点慢，请再试一次',
    // Shown when the server is overloaded or failing.
    busy: '人太多了，请稍后再试',
    // Shown when there is no activity of that name.
    missing: '没有找到这个活动',
    // Shown when something other than the server answered.
    bad: '暂时无法读取活动信息，请稍后再试',
    // Shown when a widget failed by a bug of its own.
    broken: '出了点小问题，请重试',
    // Shown when the page's developer has to correct something; `{message}` says what.
    setup: '配置有误：{message}',
  },
  en: {
    offline: 'You seem to be offline. Check the connection and try again.',
    timeout: 'The network is slow. Please try again.',
    busy: 'It is crowded here. Please try again in a moment.',
    missing: 'This activity could not be found.',
    bad: 'The activity cannot be read right now. Please try again later.',
    broken: 'Something went wrong here. Please try again.',
    setup: 'Set-up problem: {message}',
  },
};

const BY_CODE: Record<string, ProblemKey> = {
  offline: 'offline',
  timeout: 'timeout',
  activity_not_found: 'missing',
  bad_answer: 'bad',
  config_invalid: 'setup',
  activity_missing: 'setup',
  broken: 'broken',
};

/** Which words a failure gets. */
export const wordsFor = (code: string): ProblemKey => BY_CODE[code] ?? 'busy';
