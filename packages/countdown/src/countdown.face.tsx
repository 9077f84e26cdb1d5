// The digits: one box for each unit, of a size that no digit changes.
import { LiveText, Part, type Translate } from '@fanfare/core';
import { computed } from '@preact/signals-core';
import type { CountdownConfig } from './countdown.config.js';
import type { CountdownActions } from './countdown.controller.js';
import type { CountdownState } from './countdown.state.js';
import type { CountdownKey } from './countdown.text.js';
import type { Unit } from './countdown.unit.js';

interface FaceProps {
  config: CountdownConfig;
  state: CountdownState;
  numbers: CountdownActions['numbers'];
  t: Translate<CountdownKey>;
}

const loadFlip = () => import('./countdown.flip.js');

export function Face({ config: { format, face }, state: { units, places }, numbers, t }: FaceProps) {
  return units.map((unit, index) => {
    const width = index ? 2 : places;
    const digits = <LiveText key={width} class={`number n${width}`} part="number" value={numbers[unit]} />;
    return (
      <span key={unit} class={`unit ${unit}`} part={`unit ${unit}`}>
        {face === 'flip' && format === 'words' ? (
          <Part key={width} load={loadFlip} with={{ value: numbers[unit], width }}>
            {digits}
          </Part>
        ) : (
          digits
        )}
        {(format === 'words' || unit === 'days') && wordOf(unit, numbers, t)}
      </span>
    );
  });
}

/** The word of a unit, in step with its number where the language tells one from many. */
function wordOf(unit: Unit, numbers: FaceProps['numbers'], t: FaceProps['t']) {
  const plural = t(unit, { n: 0 });
  if (plural === t(unit, { n: 1 }))
    return (
      <span class="word" part="word">
        {plural}
      </span>
    );
  const word = computed(() => t(unit, { n: Number(numbers[unit].value) }));
  return <LiveText class="word" part="word" value={word} />;
}
