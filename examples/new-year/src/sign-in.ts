// Stands for the host's own sign-in page: a widget asks for it, the person chooses an account.
import type { Activity } from '@fanfare/core';
import type { Language } from './language.js';
import { make } from './make.js';
import { say, type TextKey } from './page.text.js';
import { PEOPLE } from './people.js';
import type { Session } from './session.js';

/** Opens the choice whenever a widget tells `signin`; the activity then asks for the new token. */
export function offerSignIn(activity: Activity, session: Session, language: Language): void {
  const dialog = make('dialog', { class: 'sign-in', 'aria-labelledby': 'sign-in-title' });
  document.body.append(dialog);

  const button = (label: string, act: () => void) => {
    const element = make('button', { type: 'button' }, label);
    element.addEventListener('click', () => {
      dialog.close();
      act();
    });
    return element;
  };
  const words = (key: TextKey) => say(language.locale, key);
  document.addEventListener('fanfare-signin', () => {
    dialog.replaceChildren(
      make('h2', { id: 'sign-in-title' }, words('signInTitle')),
      make('p', {}, words('signInNote')),
      ...PEOPLE.map((person) =>
        button(person.name, () => {
          session.signIn(person);
          void activity.refresh();
        }),
      ),
      button(words('signInLater'), () => {}),
    );
    dialog.showModal();
  });
}
