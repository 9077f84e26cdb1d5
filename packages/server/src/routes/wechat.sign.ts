import { httpsUrl, type Output } from '@fanfare/protocol';
import { answerJson } from '../http/answer.js';
import { refuse } from '../http/refusal.js';
import { randomCode } from '../ids.js';
import { wechatSignature } from '../wechat/sign.js';
import type { Handler } from './call.js';

/** Signs a page for the WeChat JS-SDK; there is nothing here without a service account. */
export const wechatSign: Handler = async ({ env, query }) => {
  const { wechat } = env;
  if (!wechat) return refuse('not_found', { detail: 'This server has no WeChat account.' });
  const url = query.get('url') ?? '';
  if (!httpsUrl.safeParse(url).success)
    refuse('invalid', { errors: [{ pointer: '/url', detail: '"url" expected the address of the page.' }] });
  const ticket = await wechat
    .ticket()
    .catch(() => refuse('unavailable', { detail: 'There is no ticket now.' }));
  const nonce = randomCode(16, env.random);
  const timestamp = Math.floor(env.now() / 1000);
  const signature = await wechatSignature({ ticket, nonce, timestamp, url });
  const answer: Output<'wechat.sign'> = { app_id: wechat.appId, timestamp, nonce, signature };
  return answerJson(answer);
};
