// The desk: tokens at the left, everything they change at the right.
import type { Theme } from '@fanfare/themes';
import { useEffect, useState } from 'preact/hooks';
import { type Mode, presets, themeOf } from './draft/draft.js';
import { begin, change, redo, undo } from './draft/history.js';
import { themeFrom } from './draft/share.js';
import { ownLanguage, wordsIn } from './language.js';
import { PosterDesk } from './posters/poster-desk.js';
import { Stage } from './stage/stage.js';
import { Take } from './take/take.js';
import { ContrastList } from './tokens/contrast-list.js';
import { ImportButton } from './tokens/import-button.js';
import { TokenPanel } from './tokens/token-panel.js';

const tabs = ['widgets', 'posters', 'take'] as const;

export function App() {
  const [language, setLanguage] = useState(ownLanguage);
  const [tab, setTab] = useState<(typeof tabs)[number]>('widgets');
  const [mode, setMode] = useState<Mode>('light');
  const [history, setHistory] = useState(() => begin(themeFrom(location.hash) ?? themeOf('festive')));
  const words = wordsIn(language);
  const theme = history.now;
  const write = (next: Theme, what: string) =>
    setHistory((now) => change(now, next, what, performance.now()));

  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z') return;
      // A text field has an undo of its own.
      if ((event.target as Element).closest('input[type="text"], textarea')) return;
      event.preventDefault();
      setHistory(event.shiftKey ? redo : undo);
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);

  return (
    <div class={`studio ${tab}`}>
      <header class="top">
        <h1>{words('title')}</h1>
        <div class="bar" role="tablist">
          {tabs.map((one) => (
            <button
              type="button"
              role="tab"
              aria-selected={one === tab}
              key={one}
              onClick={() => setTab(one)}
            >
              {words(one)}
            </button>
          ))}
        </div>
        <div class="bar">
          <button type="button" disabled={!history.past.length} onClick={() => setHistory(undo)}>
            ↶ {words('undo')}
          </button>
          <button type="button" disabled={!history.future.length} onClick={() => setHistory(redo)}>
            ↷ {words('redo')}
          </button>
          <button type="button" onClick={() => setLanguage(language === 'en' ? 'zh-CN' : 'en')}>
            {words('language')}
          </button>
        </div>
      </header>
      <aside class="desk" hidden={tab === 'posters'}>
        <label>
          {words('preset')}
          <select onChange={({ currentTarget }) => write(themeOf(currentTarget.value), 'preset')}>
            {Object.keys(presets).map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </label>
        <ImportButton words={words} onImport={(next) => write(next, 'import')} />
        <fieldset aria-label={words('tokens')}>
          {(['light', 'dark'] as const).map((one) => (
            <button type="button" aria-pressed={one === mode} key={one} onClick={() => setMode(one)}>
              {words(one)}
            </button>
          ))}
        </fieldset>
        <ContrastList theme={theme} words={words} onChange={write} />
        <TokenPanel theme={theme} mode={mode} words={words} onChange={write} />
      </aside>
      <main>
        {tab === 'widgets' && <Stage theme={theme} mode={mode} language={language} words={words} />}
        {tab === 'posters' && <PosterDesk language={language} words={words} />}
        {tab === 'take' && <Take theme={theme} words={words} />}
        <p class="local">{words('local')}</p>
      </main>
    </div>
  );
}
