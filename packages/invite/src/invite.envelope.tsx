import { localize } from '@fanfare/core';
import { Dialog } from './invite.dialog.js';
import { laterText } from './invite.later-text.js';
import type { Opened } from './invite.state.js';
import type { InviteViewProps } from './invite.view-props.js';
import { yuan } from './invite.yuan.js';

/** A red envelope that opens, with what is in it; other rewards say that they are there. */
export function Envelope({ view, opened }: { view: InviteViewProps; opened: Opened }) {
  const t = view.t.with(laterText);
  const name = localize(view.state.world.plan?.tiers.find(({ id }) => id === opened.tier)?.name, view.locale);
  const title = t(opened.amount === undefined ? 'gift' : 'envelope');
  return (
    <Dialog label={title} onClose={view.actions.close}>
      <div class="envelope" part="envelope">
        <h3>{title}</h3>
        <strong class="amount">{opened.amount === undefined ? name : yuan(opened.amount)}</strong>
        {opened.receipt && (
          <small>
            {t('receipt')} <code>{opened.receipt}</code>
          </small>
        )}
        <button type="button" class="gold" onClick={view.actions.close}>
          {t('close')}
        </button>
      </div>
    </Dialog>
  );
}
