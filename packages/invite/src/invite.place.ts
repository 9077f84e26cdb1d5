import type { InviteConfig } from './invite.config.js';

/** Whether the page is open inside WeChat, or is to look as if it were. */
export const isInWechat = ({ place }: Pick<InviteConfig, 'place'>): boolean =>
  place === 'auto'
    ? typeof navigator !== 'undefined' && /MicroMessenger/i.test(navigator.userAgent)
    : place === 'wechat';
