import { localize, Part, type ViewProps } from '@fanfare/core';
import type { CountdownConfig } from './countdown.config.js';
import type { CountdownActions } from './countdown.controller.js';
import { Face } from './countdown.face.js';
import type { CountdownState, InWords } from './countdown.state.js';
import type { CountdownKey } from './countdown.text.js';

type Props = ViewProps<CountdownConfig, CountdownState, CountdownActions, CountdownKey>;

const loadLater = () => import('./countdown.later.js');
const loadCompact = () => import('./countdown.compact.js');

export function CountdownView(props: Props) {
  const { config, state, actions, t, locale } = props;
  const { phase, isUncertain, isUrgent, said, course } = state;
  if (state.error) throw state.error;
  if (phase === 'absent') return null;
  const inWords: InWords = (text) => localize(text, locale);
  const isWaiting = phase === 'waiting';
  const hasTimer = isWaiting || !!state.aim;
  const heading = headingOf(props, inWords);
  const hasMore = config.calendar || phase === 'schedule' || (phase === 'ended' && state.next);
  const body = (
    <>
      <section
        class={`countdown ${phase} ${config.format}${isUrgent ? ' urgent' : ''}`}
        part={`countdown ${phase}`}
      >
        {heading && (
          <p class={config.format === 'words' || config.label ? 'heading' : 'hush'} part="heading">
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
        {hasMore && <Part load={loadLater} with={{ ...props, inWords }} />}
      </section>
      <p class="hush" role="status">
        {said && (course ? course.spokenOf(said, t, inWords) : t('reachedUntil'))}
      </p>
    </>
  );
  return config.format === 'compact' ? <Part load={loadCompact} with={{ body }} /> : body;
}

function headingOf({ config: { label }, state, t }: Props, inWords: InWords): string | undefined {
  const { phase, aim, course } = state;
  if (phase === 'finished') return t('reachedUntil');
  const isLabelled = label && phase !== 'idle' && phase !== 'ended';
  if (isLabelled) return label;
  if (aim?.toward === 'until') return t('toUntil');
  // The line keeps its height while it is not known what is counted to.
  if (phase === 'waiting' || !course) return '\u00a0';
  return phase === 'schedule' && !aim ? undefined : course.headingOf(state, t, inWords);
}
