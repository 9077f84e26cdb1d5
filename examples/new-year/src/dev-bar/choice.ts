// A row of the bar: a name and buttons, of which one may be the present choice.
import { make } from '../make.js';

export interface Option {
  label: string;
  isChosen?: boolean;
  choose(): void | Promise<void>;
}

/** @param onFailure Told when a choice could not be carried out. */
export function makeChoice(
  name: string,
  options: Option[],
  onFailure: (error: unknown) => void,
): HTMLElement {
  const buttons = options.map(({ label, isChosen, choose }) => {
    const button = make(
      'button',
      { type: 'button', 'aria-pressed': isChosen === undefined ? undefined : String(isChosen) },
      label,
    );
    button.addEventListener('click', async () => {
      button.disabled = true;
      try {
        await choose();
      } catch (error) {
        onFailure(error);
      } finally {
        button.disabled = false;
      }
    });
    return button;
  });
  return make(
    'div',
    { class: 'dev-row', role: 'group', 'aria-label': name },
    make('span', {}, name),
    ...buttons,
  );
}
