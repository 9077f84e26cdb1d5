// Scenes: look, drag, write data, hear advice, take the picture.
import {
  loadScene,
  type PosterData,
  type Scene,
  type SceneName,
  type SizeName,
  sceneNames,
  sizes,
} from '@fanfare/poster';
import { fitScene, lintScene } from '@fanfare/poster/scene';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Language, Words } from '../language.js';
import { saveFile } from '../take/save-file.js';
import { boxesOf, moveLayer } from './boxes.js';
import { Easel } from './easel.js';
import { sampleOf } from './sample.js';
import { usePoster } from './use-poster.js';

function read(text: string): PosterData | undefined {
  try {
    const data: unknown = JSON.parse(text);
    return typeof data === 'object' && data !== null && !Array.isArray(data)
      ? (data as PosterData)
      : undefined;
  } catch {
    return undefined;
  }
}

export function PosterDesk({ language, words }: { language: Language; words: Words }) {
  const [name, setName] = useState<SceneName>('festive');
  const [size, setSize] = useState<SizeName | ''>('');
  const [scene, setScene] = useState<Scene>();
  const [chosen, setChosen] = useState<number>();
  const [isSafeShown, setSafeShown] = useState(false);
  const [text, setText] = useState('');
  useEffect(() => setText(JSON.stringify(sampleOf(language), null, 2)), [language]);
  useEffect(() => {
    let isCurrent = true;
    void loadScene(name).then((ready) => isCurrent && setScene(size ? fitScene(ready, sizes[size]) : ready));
    return () => {
      isCurrent = false;
    };
  }, [name, size]);

  const data = useMemo(() => read(text), [text]);
  const [kept, setKept] = useState<PosterData>({});
  useEffect(() => {
    if (data) setKept(data);
  }, [data]);
  const { poster, url, problem, isPainting } = usePoster(scene, kept, language);
  const advice = useMemo(() => (scene ? lintScene(scene) : []), [scene]);

  return (
    <section class="posters">
      <div class="bar">
        <label>
          {words('scene')}
          <select value={name} onChange={({ currentTarget }) => setName(currentTarget.value as SceneName)}>
            {sceneNames.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </label>
        <label>
          {words('size')}
          <select value={size} onChange={({ currentTarget }) => setSize(currentTarget.value as SizeName)}>
            <option value="">{words('asDrawn')}</option>
            {Object.keys(sizes).map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </label>
        <label>
          <input type="checkbox" checked={isSafeShown} onChange={() => setSafeShown(!isSafeShown)} />
          {words('safe')}
        </label>
      </div>
      <div class="easel-side">
        {scene && (
          <Easel
            scene={scene}
            picture={url}
            alt={poster?.alt ?? ''}
            chosen={chosen}
            isSafeShown={isSafeShown}
            onChoose={setChosen}
            onMove={(index, x, y) => setScene((now) => now && moveLayer(now, index, x, y))}
          />
        )}
        <p role="status" class={problem ? 'weak' : ''}>
          {isPainting && words('painting')}
          {!isPainting && problem && words('problem', { message: problem })}
          {!isPainting && poster?.qr.map((code) => `✓ ${words('checked', { text: code.text })}`)}
        </p>
        <div class="bar">
          <button
            type="button"
            disabled={!poster}
            onClick={() => poster && saveFile(`${name}.${poster.blob.type.split('/')[1]}`, poster.blob)}
          >
            {words('download')}
          </button>
          <button
            type="button"
            disabled={!scene}
            onClick={() =>
              saveFile(
                `${name}.json`,
                new Blob([JSON.stringify(scene, null, 2)], { type: 'application/json' }),
              )
            }
          >
            {words('downloadScene')}
          </button>
        </div>
      </div>
      <div class="notes">
        <h2>{words('advice')}</h2>
        <ul>
          {advice.length === 0 && <li class="fine">✓ {words('adviceFine')}</li>}
          {advice.map(({ code, layer, message }) => (
            <li key={`${code} ${layer}`}>{message}</li>
          ))}
        </ul>
        <h2>{words('layers')}</h2>
        <p>{words('layersHint')}</p>
        <ul class="layers">
          {scene &&
            boxesOf(scene).map(({ index, name: layer, x, y }) => (
              <li key={index} class={index === chosen ? 'chosen' : ''}>
                {layer} <small>{`${x}, ${y}`}</small>
              </li>
            ))}
        </ul>
        <label>
          <h2>{words('data')}</h2>
          <textarea
            rows={14}
            spellcheck={false}
            value={text}
            aria-invalid={!data}
            onInput={({ currentTarget }) => setText(currentTarget.value)}
          />
        </label>
        {!data && <p role="alert">{words('dataWrong')}</p>}
      </div>
    </section>
  );
}
