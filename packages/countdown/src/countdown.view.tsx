import { localize, Part, type ViewProps } from '@fanfare/core';
import type { CountdownConfig } from './countdown.config.js';
import type { CountdownActions } from './countdown.controller.js';
import { Face } from './countdown.face.js';
import type { CountdownState } from './countdown.state.js';
import type { CountdownKey } from './countdown.text.js';

type Props = ViewProps<CountdownConfig, CountdownState, CountdownActions, CountdownKey>;

const loadLater = () => import('./countdown.later.js');

export function CountdownView(props: Props) {
  const { config, state, actions, t, locale, activity } = props;
  const { phase, isUncertain, isUrgent } = state;
  if (phase === 'absent') return null;
  const isWaiting = phase === 'waiting';
  const hasTimer = isWaiting || !!state.aim;
  const heading = headingOf(props);
  const hasMore = config.calendar || phase === 'schedule' || (phase === 'ended' && state.next);
  return (
    <>
      <section
        class={`countdown ${phase} ${config.format}${isUrgent ? ' urgent' : ''}`}
        part={`countdown ${phase}`}
      >
        {heading && (
          <p
            class={config.format === 'words' || config.label ? 'heading' : 'hush'}
            part="heading"
            id="heading"
          >
            {heading}
          </p>
        )}
        {hasTimer && (
          <div
            class="timer"
            part="timer"
            role="timer"
            aria-label={isWaiting ? t('waiting') : heading}
            aria-describedby={isUncertain ? 'uncertain' : undefined}
          >
            <Face config={config} state={state} numbers={actions.numbers} t={t} />
          </div>
        )}
        {hasTimer && isUncertain && (
          <p class="note" part="uncertain" id="uncertain">
            {t('uncertain')}
          </p>
        )}
        {hasMore && (
          <Part
            load={loadLater}
            with={{
              config,
              state,
              actions,
              activity: activity?.definition.peek(),
              t,
              locale,
              inWords: (text) => localize(text, locale),
            }}
          />
        )}
      </section>
      <p class="hush" role="status">
        {spoken(props)}
      </p>
    </>
  );
}

const keyOf = (name: 'to' | 'reached', toward: string) =>
  `${name}${toward[0]!.toUpperCase()}${toward.slice(1)}` as CountdownKey;

function headingOf({ config: { label }, state, t, locale }: Props): string | undefined {
  const { phase, aim } = state;
  if (phase === 'idle') return t(phase);
  if (phase === 'finished') return t('reachedUntil');
  if (phase === 'ended') return t('reachedEnd');
  if (label) return label;
  // The line keeps its height while it is not known what is counted to.
  if (phase === 'waiting') return '\u00a0';
  const next = phase === 'schedule' && state.items.find(({ standing }) => standing === 'next');
  return aim && t(keyOf('to', aim.toward), { title: localize(next ? next.title : undefined, locale) });
}

/** For those who do not see the digits: a milestone, or that the time has come. */
function spoken({ state: { said }, t, locale }: Props): string | undefined {
  if (!said) return undefined;
  if ('milestone' in said) return t(`left${said.milestone}` as CountdownKey);
  return t(keyOf('reached', said.reached), { title: localize(said.title, locale) });
}
