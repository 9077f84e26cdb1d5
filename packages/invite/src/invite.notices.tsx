// What is said about deeds that got no answer or a no.
import type { Translate } from '@fanfare/core';
import type { InviteActions } from './invite.engine.js';
import { laterText } from './invite.later-text.js';
import { type NoticeKey, noticeText } from './invite.notice-text.js';
import type { Deed, DeedId, InviteState } from './invite.state.js';
import type { InviteKey } from './invite.text.js';

/** The words for a deed that failed or was refused. */
export function wordsForDeed({ phase, code = '' }: Deed, t: Translate<NoticeKey>): string {
  const own = `${phase === 'failed' ? 'failed' : 'no'}-${code}` as NoticeKey;
  const general = phase === 'failed' ? 'failed' : 'no';
  return t(own in noticeText.en ? own : general);
}

interface NoticesProps {
  t: Translate<InviteKey>;
  state: InviteState;
  actions: InviteActions;
}

export function Notices({ t, state, actions }: NoticesProps) {
  const more = t.with(laterText);
  const told = (Object.entries(state.deeds) as [DeedId, Deed][]).filter(
    ([, { phase }]) => phase !== 'asking',
  );
  return (
    <div class="notices" role="alert">
      {told.map(([id, deed]) => (
        <p key={id} class="notice">
          <span>{wordsForDeed(deed, t.with(noticeText))}</span>
          {deed.phase === 'failed' ? (
            <button type="button" class="link" onClick={() => actions.retry(id)}>
              {more('retry')}
            </button>
          ) : deed.code === 'guest_forbidden' ? (
            <button type="button" class="link" onClick={actions.signIn}>
              {t('signIn')}
            </button>
          ) : (
            <button type="button" class="link" onClick={() => actions.dismiss(id)}>
              {more('close')}
            </button>
          )}
        </p>
      ))}
    </div>
  );
}
