// What one can do with a poster widget, by hand or from a host's own page.
import type { Answers, Kept } from './poster.state.js';

export interface PosterActions {
  /**
   * Loads the painter and begins; until then the widget costs nothing.
   *
   * @param locale Language of the posters.
   * @param kept What a person chose before the options were changed.
   */
  wake(locale: string, kept?: Kept): void;
  /** Brings a scene to the front by its id. */
  choose(id: string): void;
  /** Shows answers on the poster while they are still being typed. */
  preview(answers: Answers): void;
  /** Takes the answers; without any the poster is made without them. */
  answer(answers?: Answers): void;
  /** Takes a picture for the avatar; the address is given back for a preview. */
  takeAvatar(picture: Blob): void;
  /** Asks again. */
  ask(): void;
  /** Makes the poster in front once more after a failure. */
  retry(): void;
  /** Saves the file, or says how. */
  save(): void;
  /** Notes that the browser's own menu was opened on the picture. */
  held(): void;
  /** Opens the phone's share sheet with the file, or says how to share. Call it from a tap. */
  share(): void;
  copyLink(): void;
  /** Copies one of the texts. */
  copyText(index: number): void;
  /** Closes the help. */
  close(): void;
}
