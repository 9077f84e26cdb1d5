import { fact } from '@fanfare/core';

/** How my link left the page. */
export type ShareWay = 'native' | 'link' | 'passphrase' | 'guide' | 'poster';

/** What the widget tells: to `handle.on`, as DOM events, and (the properties named here only) to the tracker. */
export const inviteFacts = {
  /** A friend has come who is invited, and sees by whom: the host may lead the way there. */
  invited: fact<{ code: string }>(),
  /** An inviter was accepted. */
  accepted: fact<{ code: string }>(),
  /** A tier was claimed; `amount` in fen, of a red envelope. */
  claimed: fact<{ tier: string; amount?: number | undefined; receipt?: string | undefined }>(
    'tier',
    'amount',
    'receipt',
  ),
  /** A reward's form was sent. */
  filled: fact<{ reward: string }>('reward'),
  /** A task or a step was handed in. */
  submitted: fact<{ task: string }>('task'),
  /** The backend said no, for good. */
  refused: fact<{ action: string; code: string }>('action', 'code'),
  /** Sharing was begun in one of the ways. */
  shared: fact<{ way: ShareWay }>('way'),
  /** The person wants a poster: the host shows one with this link. */
  poster: fact<{ code: string; url: string }>(),
  /** The person wants to sign in. */
  signin: fact<Record<string, never>>(),
};
