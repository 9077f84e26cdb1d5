import type { TokenKind } from '@fanfare/themes';
import { formatHex } from 'culori';
import type { Words } from '../language.js';

interface TokenFieldProps {
  token: string;
  kind: TokenKind;
  value: string | undefined;
  words: Words;
  onChange(value: string | undefined): void;
}

/** A colour has a swatch to choose from beside its text; everything else is text. */
export function TokenField({ token, kind, value = '', words, onChange }: TokenFieldProps) {
  const write = (event: Event) => onChange((event.currentTarget as HTMLInputElement).value);
  const id = `token-${token}`;
  return (
    <div class="token">
      <label for={id}>{token}</label>
      {kind === 'color' && (
        <input
          type="color"
          aria-label={token}
          value={formatHex(value) ?? '#000000'}
          class={value ? '' : 'unset'}
          onInput={write}
        />
      )}
      <input id={id} type="text" spellcheck={false} value={value} placeholder="—" onChange={write} />
      <button
        type="button"
        class="quiet"
        aria-label={`${words('reset')}: ${token}`}
        disabled={!value}
        onClick={() => onChange(undefined)}
      >
        ↺
      </button>
    </div>
  );
}
