// Every pair that is too weak, with the nearest colour that would do.
import { type Theme, type Weakness, weaknessesOf } from '@fanfare/themes';
import { withToken } from '../draft/draft.js';
import type { Words } from '../language.js';
import { strongerOn } from './suggest.js';

interface ContrastListProps {
  theme: Theme;
  words: Words;
  onChange(theme: Theme, what: string): void;
}

export function ContrastList({ theme, words, onChange }: ContrastListProps) {
  const weak = weaknessesOf(theme);
  const suggestionFor = ({ mode, on, ground, least }: Weakness) =>
    strongerOn(theme[mode][ground]!, theme[mode][on]!, least);
  return (
    <section class="contrast">
      <h2>{words('contrast')}</h2>
      <div role="status">
        {weak.length === 0 && <p class="fine">✓ {words('contrastFine')}</p>}
        <ul>
          {weak.map((weakness) => {
            const { mode, on, ground, ratio, least } = weakness;
            const suggestion = suggestionFor(weakness);
            return (
              <li key={`${mode} ${on} ${ground}`}>
                <span class="sample" style={{ color: theme[mode][on], background: theme[mode][ground] }}>
                  Aa
                </span>
                <span>
                  {words(mode)}: {words('weak', { on, ground, ratio: ratio.toFixed(1), least })}
                </span>
                {suggestion && (
                  <button
                    type="button"
                    onClick={() => onChange(withToken(theme, mode, on, suggestion), `fix ${mode} ${on}`)}
                  >
                    <span class="dot" style={{ background: suggestion }} />
                    {words('fix', { color: suggestion })}
                  </button>
                )}
              </li>
            );
          })}
        </ul>
      </div>
    </section>
  );
}
