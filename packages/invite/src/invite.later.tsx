// What stands below the tiers: the next step, notices, rewards, tasks, friends; and what covers the page for a moment.
import { adoptStyles, localize } from '@fanfare/core';
import { Component, createRef } from 'preact';
import dialogCss from './invite.dialog.css?inline';
import { Envelope } from './invite.envelope.js';
import { Friends } from './invite.friends.js';
import laterCss from './invite.later.css?inline';
import { laterText } from './invite.later-text.js';
import { Notices } from './invite.notices.js';
import { Paste } from './invite.paste.js';
import { Rewards } from './invite.rewards.js';
import { Rules } from './invite.rules.js';
import { Sheet } from './invite.sheet.js';
import { Step } from './invite.step.js';
import { Tasks } from './invite.tasks.js';
import type { InviteViewProps } from './invite.view-props.js';
import { gateOf, tierStateOf } from './invite.world.js';

export { Landing } from './invite.welcome.js';

interface LaterProps extends InviteViewProps {
  isSharing: boolean;
  onClose(): void;
}

/** What to do instead of a tier that is gone, and why a count went down. */
function Hints({ state: { world }, t: base, locale }: InviteViewProps) {
  const t = base.with(laterText);
  const tiers = world.plan!.tiers.map((tier) => ({ ...tier, standing: tierStateOf(world, tier.id) }));
  const gone = tiers.find(({ standing }) => standing === 'sold-out');
  const open =
    tiers.find(({ standing }) => standing === 'locked') ?? tiers.find(({ standing }) => standing === 'ready');
  const missing = Math.max(0, ...(world.mine?.tiers ?? []).map((tier) => tier.missing ?? 0));
  const nameOf = (tier: typeof gone) => localize(tier?.name, locale);
  return (
    <>
      {gone && !world.isModest && (
        <p class="hint">
          {open
            ? t('goneNext', { gone: nameOf(gone), tier: nameOf(open) })
            : t('goneAll', { gone: nameOf(gone) })}
        </p>
      )}
      {missing > 0 && <p class="hint">{t('missing', { n: missing })}</p>}
    </>
  );
}

export class Later extends Component<LaterProps> {
  private readonly element = createRef<HTMLDivElement>();

  override componentDidMount() {
    adoptStyles(this.element.current!.getRootNode() as ShadowRoot, [laterCss, dialogCss]);
  }

  override render(props: LaterProps) {
    const { state, actions, t: base, locale, isSharing, onClose } = props;
    const { world, opened, inviter, accepted } = state;
    const { mine, plan, tasks, isModest } = world;
    const t = base.with(laterText);
    const rewards = world.rewards.filter(({ source }) => source !== 'tier' || !isModest);
    const takesCodes = mine && !mine.inviter && !inviter && !accepted && gateOf(world) === 'ready';
    return (
      <div class="later" ref={this.element}>
        <Notices t={base} state={state} actions={actions} />
        {mine?.step && <Step view={props} step={mine.step} />}
        <Hints {...props} />
        {rewards.length > 0 && <Rewards view={props} rewards={rewards} />}
        {tasks.length > 0 && mine && <Tasks {...props} />}
        {mine && mine.friends.length > 0 && (
          <Friends t={t} somebody={base('friend')} friends={mine.friends} />
        )}
        {plan?.qualify_text && <p class="hint">{localize(plan.qualify_text, locale)}</p>}
        {plan?.rules && !isModest && <Rules t={t} text={localize(plan.rules, locale)} />}
        {takesCodes && <Paste t={t} paste={actions.paste} />}
        {opened && !isModest && <Envelope view={props} opened={opened} />}
        {isSharing && mine && <Sheet {...props} onClose={onClose} />}
      </div>
    );
  }
}
