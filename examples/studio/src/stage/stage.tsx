// Every state of one widget side by side, under the conditions that are chosen.
import { compileTheme, type Theme } from '@fanfare/themes';
import { useMemo, useState } from 'preact/hooks';
import type { Mode } from '../draft/draft.js';
import type { Language, Words } from '../language.js';
import { Frame } from './frame.js';
import { DRAFT, type FrameSettings } from './frame-settings.js';
import { type ShownName, type StateName, shown } from './states.js';

interface StageProps {
  theme: Theme;
  mode: Mode;
  language: Language;
  words: Words;
}

const WIDTHS = [320, 375, 768, 1280];
const conditionNames = ['motion', 'forced', 'rtl', 'long'] as const;
type Switches = Record<(typeof conditionNames)[number], boolean>;
const none: Switches = { motion: false, forced: false, rtl: false, long: false };
/** A language that is written from right to left. */
const RTL = 'ar';

export function Stage({ theme, mode, language, words }: StageProps) {
  const [name, setName] = useState<ShownName>('lottery');
  const [width, setWidth] = useState(375);
  const [switches, setSwitches] = useState(none);
  const frames = useMemo(() => {
    const { tag, attributes, states } = shown[name];
    const { motion, forced, rtl, long } = switches;
    const css = compileTheme(DRAFT, theme);
    return states.map((state): [StateName, FrameSettings] => [
      state as StateName,
      {
        tag,
        attributes,
        state: state as StateName,
        locale: rtl ? RTL : language,
        isLong: long,
        mode,
        css,
        conditions: { motion, forced },
      },
    ]);
  }, [name, switches, theme, mode, language]);
  return (
    <section class="stage">
      <fieldset aria-label={words('widgets')}>
        {(Object.keys(shown) as ShownName[]).map((one) => (
          <button type="button" aria-pressed={one === name} key={one} onClick={() => setName(one)}>
            {words(one)}
          </button>
        ))}
      </fieldset>
      <div class="bar">
        <label>
          {words('width')}
          <select value={width} onChange={(event) => setWidth(Number(event.currentTarget.value))}>
            {WIDTHS.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </label>
        <fieldset aria-label={words('conditions')}>
          {conditionNames.map((one) => (
            <label key={one}>
              <input
                type="checkbox"
                checked={switches[one]}
                onChange={() => setSwitches({ ...switches, [one]: !switches[one] })}
              />
              {words(one)}
            </label>
          ))}
        </fieldset>
      </div>
      <div class={`board ${mode}`} style={{ '--width': `${width}px` }}>
        {frames.map(([state, settings]) => (
          <Frame key={`${name} ${state}`} label={words(state)} settings={settings} />
        ))}
      </div>
    </section>
  );
}
