// The form that asks for the activity and the key.
import { make } from './make.js';
import { texts } from './text.js';

/**
 * @typedef {object} GateOptions
 * @property {{ locale: import('./text.js').Locale }} choice
 * @property {string} activity
 * @property {'wrongKey' | 'notFound' | undefined} refused
 * @property {(activity: string, key: string) => void} open
 */

/** @param {GateOptions} options */
export function createGate({ choice, activity, refused, open }) {
  const name = make('input', {
    id: 'activity',
    name: 'activity',
    required: true,
    value: activity,
    autocomplete: 'off',
    spellcheck: 'false',
    autocapitalize: 'off',
  });
  const key = make('input', {
    id: 'key',
    type: 'password',
    required: true,
    autocomplete: 'off',
    'aria-describedby': 'key-hint',
  });
  const element = make('main', { class: 'gate' });

  const show = () => {
    const text = texts[choice.locale];
    document.documentElement.lang = choice.locale;
    document.title = `${text.name} · Fanfare`;
    element.replaceChildren(
      make(
        'form',
        {
          class: 'card',
          onsubmit: (event) => {
            event.preventDefault();
            const typed = key.value;
            key.value = '';
            open(name.value.trim(), typed);
          },
        },
        make(
          'header',
          {},
          make('h1', {}, text.name),
          make(
            'button',
            { type: 'button', class: 'quiet', lang: choice.locale === 'en' ? 'zh-CN' : 'en', onclick: turn },
            text.language,
          ),
        ),
        make('p', { role: 'alert', class: 'alert', hidden: !refused }, refused ? text[refused] : ''),
        make('label', { for: 'activity' }, text.activity),
        name,
        make('label', { for: 'key' }, text.key),
        key,
        make('p', { class: 'hint', id: 'key-hint' }, text.keyHint),
        make('button', { class: 'strong' }, text.open),
      ),
    );
  };
  const turn = () => {
    choice.locale = choice.locale === 'en' ? 'zh-CN' : 'en';
    show();
    element.querySelector('button')?.focus();
  };
  show();
  return { element, focus: () => (name.value ? key : name).focus() };
}
