import type { TextPack } from './text.js';

export type ShellKey = 'loading' | 'retry';

/** What core says of any widget before it knows more; the words for problems come with problem.ts. */
export const shellText: TextPack<ShellKey> = {
  'zh-CN': {
    // Shown to screen readers while the activity loads.
    loading: '正在加载',
    // Button that loads again.
    retry: '重试',
  },
  en: {
    loading: 'Loading',
    retry: 'Try again',
  },
};
