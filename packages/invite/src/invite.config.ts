// What a host may set. Each key is an attribute of the element, a property and an option of `mount` alike.
import { type ConfigInput, type ConfigOf, callback, flag, oneOf, text, whole } from '@fanfare/core';

/** What a messenger's card shows, e.g. by `updateAppMessageShareData` of the WeChat JS-SDK. */
export interface ShareCard {
  title: string;
  text: string;
  /** Address of the thumbnail; empty when there is none. */
  image: string;
  /** My own link, with my code. */
  link: string;
}

/** What the backend wants to be sure of before it does it. */
export interface ChallengeRequest {
  action: 'accept' | 'tier' | 'task' | 'reward';
}

/** The options of `<fanfare-invite>` beside those of every widget. */
export const inviteConfig = {
  /**
   * Where the page is open: `auto` asks the browser. In `wechat` the compliant form is shown.
   *
   * @default 'auto'
   */
  place: oneOf(['auto', 'wechat', 'browser'], 'auto'),
  /**
   * Whether rewards for inviting are shown inside WeChat too, whose rules forbid to induce sharing by rewards.
   *
   * @default false
   */
  showRewards: flag(false),
  /**
   * Whether my own code stands in the page's address, which a messenger's menu forwards as it stands.
   *
   * @default true
   */
  address: flag(true),
  /**
   * Seconds between two reads of the participant's progress while the page is visible, before jitter.
   *
   * @default 15
   */
  poll: whole(15, 5, 600),
  /**
   * Title of what is shared; empty: the activity's.
   *
   * @default ''
   */
  shareTitle: text(''),
  /**
   * Text of what is shared; empty: a neutral sentence.
   *
   * @default ''
   */
  shareText: text(''),
  /**
   * Address of the thumbnail of what is shared.
   *
   * @default ''
   */
  shareImage: text(''),
  /**
   * Fills the messenger's own card; called when my link is known and again before sharing.
   *
   * @default undefined
   */
  share: callback<(card: ShareCard) => unknown>(),
  /**
   * Whether a poster is offered: the button tells the fact `poster`, and the slot `poster` stands in the guide.
   *
   * @default false
   */
  poster: flag(false),
  /**
   * Shows the host's challenge and gives its solution, or nothing when it was not solved.
   *
   * @default undefined
   */
  challenge:
    callback<(request: ChallengeRequest) => Promise<string | null | undefined> | string | null | undefined>(),
};

/** The options, all of them filled in. */
export type InviteConfig = ConfigOf<typeof inviteConfig>;
/** The options as a host writes them. */
export type InviteOptions = ConfigInput<typeof inviteConfig>;
