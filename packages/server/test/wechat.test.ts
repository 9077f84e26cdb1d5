// Pages signed for the WeChat JS-SDK.
import { contracts } from '@fanfare/protocol';
import { describe, expect, it } from 'vitest';
import { wechatSignature } from '../src/wechat/sign.js';
import { createBackend, LIVE, plain } from './backend.js';
import { refusalOf } from './invite.backend.js';

const path = (url: string) => `/v1/wechat/signature?url=${encodeURIComponent(url)}`;
const page = 'https://plain.example/h5?invite=ABC&channel_id=x';

describe('the signature', () => {
  it('is the one of the platform’s own example', async () => {
    const example = {
      ticket: 'sM4AOVdWfPE4DxkXGEs8VMCPGGVi4C3VM0P37wVUCFvkVAy_90u5h9nbSlYy3-Sl-HhTdfl2fzFy1AOcHKP7qg',
      nonce: 'Wm3WZYTPz0wzccnW',
      timestamp: 1414587457,
    };
    const signature = '0f9de62fce790f9a083d5c99e95740ceb90c27ed';
    expect(await wechatSignature({ ...example, url: 'http://mp.weixin.qq.com?params=value' })).toBe(
      signature,
    );
    expect(await wechatSignature({ ...example, url: 'http://mp.weixin.qq.com?params=value#part' })).toBe(
      signature,
    );
  });

  it('is answered where there is an account', async () => {
    const wechat = { appId: 'wx1', ticket: async () => 'ticket' };
    const backend = await createBackend([plain], { wechat });
    const response = await backend.get(path(page));
    const answer = await response.json();
    expect(contracts['wechat.sign'].output.parse(answer)).toEqual(answer);
    expect(answer).toMatchObject({ app_id: 'wx1', timestamp: LIVE / 1000 });
    const { nonce, timestamp } = answer;
    expect(answer.signature).toBe(await wechatSignature({ ticket: 'ticket', nonce, timestamp, url: page }));
    expect((await (await backend.get('/v1')).json()).features).toContain('wechat');
    expect(await refusalOf(await backend.get('/v1/wechat/signature'))).toEqual([422, 'invalid']);
    expect(await refusalOf(await backend.get(path('javascript:0')))).toEqual([422, 'invalid']);
  });

  it('is not found without one, and comes back when the ticket does', async () => {
    const without = await createBackend();
    expect(await refusalOf(await without.get(path(page)))).toEqual([404, 'not_found']);
    expect((await (await without.get('/v1')).json()).features).not.toContain('wechat');
    const wechat = { appId: 'wx1', ticket: () => Promise.reject(new Error('no ticket')) };
    const away = await createBackend([plain], { wechat });
    expect(await refusalOf(await away.get(path(page)))).toEqual([503, 'unavailable']);
  });
});
