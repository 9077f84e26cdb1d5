// The signature that the WeChat JS-SDK's `config` asks for: SHA-1 over the sorted parameters, as its documentation says.
import { bytesOf, toHex } from '../encode.js';

/** What is signed. */
export interface WechatPage {
  ticket: string;
  nonce: string;
  /** Unix seconds. */
  timestamp: number;
  /** The page's address; what follows a hash is not part of it. */
  url: string;
}

/** Lower-case hex. */
export async function wechatSignature({ ticket, nonce, timestamp, url }: WechatPage): Promise<string> {
  const [page] = url.split('#');
  const text = `jsapi_ticket=${ticket}&noncestr=${nonce}&timestamp=${timestamp}&url=${page}`;
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-1', bytesOf(text))));
}
