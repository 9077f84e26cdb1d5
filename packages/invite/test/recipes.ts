import type { Activity } from '@fanfare/core';
import type { ShareCard } from '@fanfare/invite';
import { wechatSign } from '@fanfare/protocol/routes';

/** What is used of the messenger's JS-SDK, which the page loads itself. */
export interface Messenger {
  config(options: object): void;
  ready(done: () => void): void;
  updateAppMessageShareData(card: object): void;
  updateTimelineShareData(card: object): void;
}

/** The `share` option: signs the page once, then fills the messenger's own card whenever my link is known. */
export function messengerCard(activity: Activity, wx: Messenger) {
  const sign = async () => {
    const [url = ''] = location.href.split('#');
    const signed = await activity.call(wechatSign, { query: { url } });
    if (!signed.ok) throw new Error(signed.failure.message);
    const { app_id: appId, timestamp, nonce: nonceStr, signature } = signed.value;
    const jsApiList = ['updateAppMessageShareData', 'updateTimelineShareData'];
    wx.config({ appId, timestamp, nonceStr, signature, jsApiList });
    await new Promise<void>((done) => wx.ready(done));
  };
  let signed: Promise<void> | undefined;
  return async ({ title, text, image, link }: ShareCard) => {
    try {
      signed ??= sign();
      await signed;
      wx.updateAppMessageShareData({ title, desc: text, link, imgUrl: image });
      wx.updateTimelineShareData({ title, link, imgUrl: image });
    } catch {
      // The messenger shows its plain card; the next time signs again.
      signed = undefined;
    }
  };
}

/** The `challenge` option: shows your challenge in a dialog of the page; closed without a solution, it gives none. */
export function challengeIn(
  dialog: HTMLDialogElement,
  render: (box: HTMLElement, solved: (solution: string) => void) => void,
) {
  return () =>
    new Promise<string | undefined>((resolve) => {
      const box = dialog.appendChild(document.createElement('div'));
      const finish = (solution?: string) => {
        dialog.onclose = null;
        dialog.close();
        box.remove();
        resolve(solution);
      };
      dialog.onclose = () => finish();
      render(box, finish);
      dialog.showModal();
    });
}
