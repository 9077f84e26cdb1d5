import { fact } from '@fanfare/core';

/** What the poster tells: DOM events `fanfare-<fact>`, `handle.on(fact)`, and the tracker. Scenes by name, own ones as `own-1`. */
export const posterFacts = {
  /** A poster was painted, read back and is shown. */
  rendered: fact<{ scene: string; bytes: number }>('scene', 'bytes'),
  /** A poster could not be made; `layer` is the one to correct, where it is one layer's fault. */
  failed: fact<{ scene: string; code: string; layer?: string | undefined }>('scene', 'code', 'layer'),
  /** The file was saved, or (`menu`) the browser's own menu was opened on the picture, as a long press does. */
  saved: fact<{ scene: string; via: 'download' | 'menu' }>('scene', 'via'),
  /** The picture was handed to the phone's share sheet, which took it. */
  shared: fact<{ scene: string }>('scene'),
  /** The link or a text was copied. */
  copied: fact<{ scene: string; what: 'link' | 'text' }>('scene', 'what'),
};
