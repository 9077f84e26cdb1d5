import type { Translate } from '@fanfare/core';
import type { Invite } from '@fanfare/protocol';
import { Component } from 'preact';
import type { LaterKey } from './invite.later-text.js';

const FEW = 6;

type Friend = Invite['friends'][number];

interface FriendsProps {
  t: Translate<LaterKey>;
  /** What a friend without a name is called. */
  somebody: string;
  friends: Invite['friends'];
}

/** Each friend with a state and why; a few at first. */
export class Friends extends Component<FriendsProps, { showsAll: boolean }> {
  override state = { showsAll: false };

  override render({ t, somebody, friends }: FriendsProps, { showsAll }: { showsAll: boolean }) {
    const known = new Map<string, string>();
    const wordsOf = (state: Friend['state'], reason: Friend['reason']) => {
      const key = `${state} ${reason}`;
      const words =
        known.get(key) ?? t(state) + (reason && state !== 'valid' ? ` · ${t(`why-${reason}`)}` : '');
      known.set(key, words);
      return words;
    };
    return (
      <section class="list" part="friends">
        <h3>{t('friends')}</h3>
        <ul>
          {(showsAll ? friends : friends.slice(0, FEW)).map(({ id, name, state, reason }) => (
            <li key={id}>
              <span class="what">{name ?? somebody}</span>
              <span class={`note ${state}`}>{wordsOf(state, reason)}</span>
            </li>
          ))}
        </ul>
        {friends.length > FEW && !showsAll && (
          <button type="button" class="link" onClick={() => this.setState({ showsAll: true })}>
            {t('all', { n: friends.length })}
          </button>
        )}
      </section>
    );
  }
}
