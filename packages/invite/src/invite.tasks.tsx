// Other things to do: follow somebody, or prove something with a picture.
import { localize, type Translate } from '@fanfare/core';
import type { PublicTask } from '@fanfare/protocol';
import { createRef } from 'preact';
import type { InviteActions } from './invite.engine.js';
import { type LaterKey, laterText } from './invite.later-text.js';
import type { InviteViewProps } from './invite.view-props.js';
import { gateOf } from './invite.world.js';

const MOST_PICTURES = 9;

interface ProofProps {
  t: Translate<LaterKey>;
  words: string;
  task: string;
  isBusy: boolean;
  prove: InviteActions['prove'];
}

function Proof({ t, words, task, isBusy, prove }: ProofProps) {
  const input = createRef<HTMLInputElement>();
  return (
    <>
      <button
        type="button"
        class="link"
        aria-disabled={isBusy}
        onClick={() => isBusy || input.current?.click()}
      >
        {words}
      </button>
      <input
        ref={input}
        type="file"
        accept="image/jpeg,image/png,image/webp"
        multiple
        hidden
        aria-label={t('pick')}
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])].slice(0, MOST_PICTURES);
          currentTarget.value = '';
          if (files.length) prove(task, files);
        }}
      />
    </>
  );
}

function Task({ state, actions, t: base, locale, task }: InviteViewProps & { task: PublicTask }) {
  const t = base.with(laterText);
  const { id, kind, title, body, url } = task;
  const known = state.world.mine?.tasks.find((one) => one.id === id);
  const standing = known?.state ?? 'open';
  const isBusy = state.deeds[`task:${id}`]?.phase === 'asking';
  const isToDo = standing !== 'approved' && standing !== 'pending' && gateOf(state.world) === 'ready';
  return (
    <li>
      <span class="what">
        {localize(title, locale)}
        {body && <small>{localize(body, locale)}</small>}
        <small class={standing} role="status">
          {t(`task-${standing}`)}
          {known?.reason && `: ${known.reason}`}
        </small>
      </span>
      {url && isToDo && (
        <a
          class="link"
          href={url}
          target="_blank"
          rel="noopener"
          onClick={() => kind === 'follow' && !isBusy && actions.submit(id)}
        >
          {t('go')}
        </a>
      )}
      {kind === 'proof' && isToDo && (
        <Proof
          t={t}
          words={isBusy ? t('asking') : t(standing === 'open' ? 'pick' : 'pickAgain')}
          task={id}
          isBusy={isBusy}
          prove={actions.prove}
        />
      )}
      {kind === 'follow' && !url && isToDo && (
        <button
          type="button"
          class="link"
          aria-disabled={isBusy}
          onClick={() => isBusy || actions.submit(id)}
        >
          {t('did')}
        </button>
      )}
    </li>
  );
}

export const Tasks = (props: InviteViewProps) => (
  <section class="list" part="tasks">
    <h3>{props.t.with(laterText)('tasks')}</h3>
    <ul>
      {props.state.world.tasks.map((task) => (
        <Task key={task.id} {...props} task={task} />
      ))}
    </ul>
  </section>
);
