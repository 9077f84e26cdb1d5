// The smallest widget that uses everything core offers to widgets; core's own tests mount it.
import { computed } from '@preact/signals-core';
import { callback, defineWidget, fact, flag, oneOf, text, whole } from '../src/index.js';

const config = {
  label: text('hello'),
  size: whole(1, 1, 9),
  face: oneOf(['plain', 'bold'], 'plain'),
  loud: flag(false),
  onPick: callback<() => void>(),
};

export const sample = defineWidget({
  name: 'sample',
  config,
  text: { 'zh-CN': { pick: '选 {n} 个' }, en: { pick: 'Pick one|Pick {n}' } },
  needs: 'nothing',
  facts: { picked: fact<{ size: number; secret: string }>('size') },
  css: '.pick { min-height: 44px; }',
  create(given, activity, { emit } = {}) {
    return {
      state: computed(() => ({ phase: activity?.currentPhase.value ?? 'none', given })),
      actions: { pick: () => emit?.('picked', { size: given.size, secret: 'not for the tracker' }) },
      destroy() {},
    };
  },
  View: ({ state, actions, t, config }) => {
    if (config.label === 'explode') throw new Error('a bug');
    return (
      <button type="button" class="pick" onClick={actions.pick}>
        {config.label} {t('pick', { n: config.size })} {state.phase}
      </button>
    );
  },
});

export const needy = { ...sample, name: 'needy', needs: 'activity' as const };
