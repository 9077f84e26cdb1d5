import { readTheme, type Theme } from '@fanfare/themes';
import { useState } from 'preact/hooks';
import type { Words } from '../language.js';

interface ImportButtonProps {
  words: Words;
  onImport(theme: Theme): void;
}

/** Reads a designer's file and says what it did not use. */
export function ImportButton({ words, onImport }: ImportButtonProps) {
  const [said, setSaid] = useState<string[]>([]);
  async function read(input: HTMLInputElement) {
    const file = input.files?.[0];
    input.value = '';
    if (!file) return;
    try {
      const { theme, unknown, problems } = readTheme(JSON.parse(await file.text()));
      onImport(theme);
      const n = new Set([...Object.keys(theme.light), ...Object.keys(theme.dark)]).size;
      setSaid([
        words('taken', { n }),
        ...(unknown.length ? [words('unknown', { names: unknown.join(', ') })] : []),
        ...problems,
      ]);
    } catch {
      setSaid([words('unreadable')]);
    }
  }
  return (
    <div class="import">
      <label class="button">
        {words('import')}
        <input
          type="file"
          accept=".json,application/json"
          class="hush"
          onChange={(event) => void read(event.currentTarget)}
        />
      </label>
      <ul role="status">
        {said.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
