import { LiveText, type ViewProps } from '@fanfare/core';
import { computed } from '@preact/signals-core';
import { personaNames } from '../cast.js';
import { faultNames } from '../faults.js';
import type { Scene } from '../rehearsal.js';
import type { RehearsalConfig } from './rehearsal.config.js';
import type { News, PanelActions, PanelState } from './rehearsal.controller.js';
import { Group } from './rehearsal.group.js';
import type { RehearsalKey } from './rehearsal.text.js';
import { timeIn } from './rehearsal.time.js';
import { StateTools } from './rehearsal.tools.js';

type Props = ViewProps<RehearsalConfig, PanelState, PanelActions, RehearsalKey>;

const SCENES: readonly Scene[] = ['warmup', 'start', 'live', 'end', 'ended'];
const HOUR_MS = 3_600_000;

export function RehearsalView(props: Props) {
  const { state, actions, t, locale } = props;
  const { rehearsal, isOpen, isBusy, phase, persona, faults, facts, news } = state;
  if (!rehearsal) return <p class="absent">{t('absent')}</p>;
  const { zone } = rehearsal;
  return (
    <section class="panel" part="panel" aria-label={t('title')} aria-busy={isBusy}>
      <button type="button" class="head" part="head" aria-expanded={isOpen} onClick={actions.toggle}>
        <span class="name">
          <span class="lamp" aria-hidden="true" />
          {t('title')}
        </span>
        <span class={`phase ${phase}`} part="phase">
          {t(`phase-${phase ?? 'warmup'}`)}
        </span>
        <LiveText
          class="clock"
          part="clock"
          key={`${zone} ${locale}`}
          value={computed(() => timeIn(zone, locale, actions.time.value))}
        />
        <span class="fold" aria-hidden="true" />
      </button>
      {isOpen && (
        <div class="body">
          <Group name={t('time')}>
            {SCENES.map((scene) => (
              <button type="button" class="chip" key={scene} onClick={() => actions.travel(scene)}>
                {t(`scene-${scene}`)}
              </button>
            ))}
            <button type="button" class="chip soft" onClick={() => actions.skip(HOUR_MS)}>
              {t('hour')}
            </button>
            <button type="button" class="chip soft" onClick={() => actions.skip(24 * HOUR_MS)}>
              {t('day')}
            </button>
          </Group>
          <Group name={t('who')} kind="cast">
            {personaNames.map((name) => (
              <button
                type="button"
                class="role"
                key={name}
                aria-pressed={name === persona}
                onClick={() => actions.play(name)}
              >
                <b>{t(`persona-${name}`)}</b>
                <small>{t(`about-${name}`)}</small>
              </button>
            ))}
          </Group>
          <Group name={t('faults')}>
            {faultNames.map((fault) => (
              <button
                type="button"
                class="chip fault"
                key={fault}
                aria-pressed={faults.includes(fault)}
                onClick={() => actions.toggleFault(fault)}
              >
                {t(`fault-${fault}`)}
              </button>
            ))}
          </Group>
          {facts.length > 0 && (
            <Group name={t('facts')}>
              {facts.map((fact) => (
                <button type="button" class="chip code" key={fact} onClick={() => actions.record(fact)}>
                  {fact}
                </button>
              ))}
            </Group>
          )}
          <StateTools actions={actions} t={t} />
        </div>
      )}
      <p class={isOpen ? 'news' : 'hush'} role="status" part="news">
        {news && newsOf(props, news)}
      </p>
    </section>
  );
}

/** What was done last, in words. */
function newsOf({ state, actions, t, locale }: Props, { key, values }: News): string {
  if (key === 'moved') return t(key, { time: timeIn(state.rehearsal!.zone, locale, actions.time.peek()) });
  if (key === 'on-stage') return t(key, { name: t(`persona-${state.persona ?? 'new'}`) });
  if (key !== 'faults-now') return t(key, values);
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const faults = list.format(state.faults.map((fault) => t(`fault-${fault}`)));
  return faults ? t(key, { faults }) : t('no-faults');
}
