// What leaves the desk: tokens, style sheet, link and the lines to embed.
import { compileTheme, type Theme } from '@fanfare/themes';
import { useState } from 'preact/hooks';
import { toDtcg } from '../draft/dtcg.js';
import { linkTo } from '../draft/share.js';
import type { Words } from '../language.js';
import { saveFile } from './save-file.js';

const snippetOf = (name: string) => `<link rel="stylesheet" href="/themes/${name}.css" />
<script type="module" src="/fanfare/fanfare.js"></script>
<fanfare-activity theme="${name}" activity="new-year" endpoint="https://api.example.com">
  <fanfare-countdown></fanfare-countdown>
  <fanfare-lottery kind="wheel"></fanfare-lottery>
</fanfare-activity>
`;

export function Take({ theme, words }: { theme: Theme; words: Words }) {
  const [name, setName] = useState('acme');
  const [copied, setCopied] = useState<string>();
  const copy = (title: string, text: string) =>
    void navigator.clipboard?.writeText(text).then(() => setCopied(title));
  const results = [
    { title: words('tokensFile'), file: `${name}.json`, type: 'application/json', text: toDtcg(theme) },
    { title: words('css'), file: `${name}.css`, type: 'text/css', text: compileTheme(name, theme) },
    { title: words('embed'), text: snippetOf(name) },
    { title: words('share'), text: linkTo(theme, location.href), hint: words('shareHint') },
  ];
  return (
    <section class="take">
      <label>
        {words('name')}
        <input
          type="text"
          value={name}
          pattern="[a-z][a-z0-9-]*"
          onInput={({ currentTarget }) =>
            currentTarget.validity.valid && setName(currentTarget.value || 'acme')
          }
        />
      </label>
      {results.map(({ title, text, hint, file, type }) => (
        <article key={title}>
          <header>
            <h2>{title}</h2>
            <button type="button" onClick={() => copy(title, text)}>
              {copied === title ? words('copied') : words('copy')}
            </button>
            {file && (
              <button type="button" onClick={() => saveFile(file, new Blob([text], { type }))}>
                {words('save')}
              </button>
            )}
          </header>
          {hint && <p>{hint}</p>}
          <textarea readOnly rows={8} aria-label={title} value={text} />
        </article>
      ))}
    </section>
  );
}
