// Words and pictures with the check-in, and what a mentor says of them. Loaded when it is opened.
import type { Translate } from '@fanfare/core';
import type { Checkin } from '@fanfare/protocol';
import { Component, type h } from 'preact';
import confirmCss from './checkin.confirm.css?inline';
import ownCss from './checkin.content.css?inline';
import { type ContentKey, contentText } from './checkin.content-text.js';
import { canAsk } from './checkin.state.js';
import { dayWords } from './checkin.time.js';
import type { LaterProps } from './checkin.view-props.js';
import { isDone } from './checkin.world.js';

export const css = ownCss + confirmCss;

const MOST_PHOTOS = 9;
const MOST_LETTERS = 2000;
/** How many earlier days are shown. */
const EARLIER = 7;

type Day = Checkin['days'][number];

class Content extends Component<LaterProps, { text: string; photos: readonly File[] }> {
  override state = { text: '', photos: [] as readonly File[] };

  override componentDidUpdate({ state }: LaterProps) {
    const { ask } = this.props.state;
    if (ask !== state.ask && ask.phase === 'done' && ask.wish.kind === 'today')
      this.setState({ text: '', photos: [] });
  }

  private readonly onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    const { text, photos } = this.state;
    if ((text.trim() || photos.length > 0) && photos.length <= MOST_PHOTOS)
      void this.props.actions.handIn(text, photos);
  };

  private renderForm(more: Translate<ContentKey>) {
    const { text, photos } = this.state;
    const { state } = this.props;
    const { content } = state.world.plan!;
    const isTooMany = photos.length > MOST_PHOTOS;
    const isEmpty = !text.trim() && photos.length === 0;
    const isPossible = canAsk(state, { kind: 'today', text: text || ' ' });
    return (
      <form class="hand-in" onSubmit={this.onSubmit}>
        {content !== 'photo' && (
          <label>
            <span>{more('label')}</span>
            <textarea
              rows={3}
              maxLength={MOST_LETTERS}
              value={text}
              onInput={({ currentTarget }) => this.setState({ text: currentTarget.value })}
            />
          </label>
        )}
        {content !== 'text' && (
          <label class="pick">
            <span>{more('photos')}</span>
            <input
              type="file"
              class="hush"
              accept="image/jpeg,image/png,image/webp"
              multiple
              onChange={({ currentTarget }) => this.setState({ photos: [...(currentTarget.files ?? [])] })}
            />
            <span class="choose" role="status">
              {isTooMany
                ? more('tooMany')
                : more(photos.length > 0 ? 'chosen' : 'choose', { n: photos.length })}
            </span>
          </label>
        )}
        <button type="submit" class="main" aria-disabled={!isPossible || isEmpty || isTooMany}>
          {more(isDone(state.world) ? 'send' : 'sendToo')}
        </button>
      </form>
    );
  }

  override render({ state, t, locale }: LaterProps) {
    const more = t.with(contentText);
    const { checkin, today } = state.world;
    const days = (checkin?.days ?? []).filter(({ text, comment }) => text || comment);
    const now = days.find(({ day }) => day === today);
    const earlier = days
      .filter(({ day }) => day !== today)
      .slice(-EARLIER)
      .reverse();
    const words = dayWords(locale, { month: 'long', day: 'numeric' });
    const entry = ({ day, text, comment }: Day) => (
      <li key={day}>
        <small>{words(day)}</small>
        {text && <p>{text}</p>}
        {comment && (
          <p class="mentor">
            <b>{more('mentor')}</b> {comment}
          </p>
        )}
      </li>
    );
    return (
      <div class="content" part="content">
        {now ? (
          <section>
            <h3>{more('sent')}</h3>
            <ul>{entry(now)}</ul>
          </section>
        ) : (
          this.renderForm(more)
        )}
        {earlier.length > 0 && (
          <section>
            <h3>{more('earlier')}</h3>
            <ul>{earlier.map(entry)}</ul>
          </section>
        )}
      </div>
    );
  }
}

/** The part's view; see Part of core. */
export const draw = (create: typeof h, props: LaterProps) => create(Content, props);
