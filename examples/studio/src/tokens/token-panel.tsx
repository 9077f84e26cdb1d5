// All tokens of one mode, the semantic ones first, then those of each widget.
import { cssOf, type Theme, tokens } from '@fanfare/themes';
import { useState } from 'preact/hooks';
import { type Mode, withToken } from '../draft/draft.js';
import type { Words } from '../language.js';
import type { StudioKey } from '../studio.text.js';
import { TokenField } from './token-field.js';

interface TokenPanelProps {
  theme: Theme;
  mode: Mode;
  words: Words;
  onChange(theme: Theme, what: string): void;
}

const SEMANTIC = ['color', 'radius', 'font', 'scale'];
const groupOf = (token: string) => {
  const [group = token] = token.split('.');
  return SEMANTIC.includes(group) ? '' : group;
};
const groups = [...new Set([...tokens.keys()].map(groupOf))];

export function TokenPanel({ theme, mode, words, onChange }: TokenPanelProps) {
  const [refused, setRefused] = useState<string>();
  const write = (token: string, text: string | undefined) => {
    const value = text ? cssOf(tokens.get(token)!, text) : undefined;
    setRefused(text && value === undefined ? token : undefined);
    if (!text || value !== undefined) onChange(withToken(theme, mode, token, value), `${mode} ${token}`);
  };
  return (
    <div class="tokens">
      {groups.map((group) => (
        <details open={!group} key={group}>
          <summary>
            {group ? words('own', { widget: words(group as StudioKey) }) : words('everywhere')}
          </summary>
          {[...tokens].flatMap(([token, kind]) =>
            groupOf(token) === group
              ? [
                  <div key={token} class={refused === token ? 'refused' : ''}>
                    <TokenField
                      token={token}
                      kind={kind}
                      value={theme[mode][token]}
                      words={words}
                      onChange={(value) => write(token, value)}
                    />
                  </div>,
                ]
              : [],
          )}
        </details>
      ))}
    </div>
  );
}
