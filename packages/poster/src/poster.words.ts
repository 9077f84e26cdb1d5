// Texts to copy beside the poster.
import { createText } from '@fanfare/core';
import { dataText } from './poster.data-text.js';
import type { PosterData } from './scene/bind.js';

/** The host's texts with their bindings filled, or one composed from the data. */
export function textsOf(copies: readonly string[], data: PosterData, locale: string): string[] {
  const t = createText(dataText, locale);
  const title = String(data.title ?? '');
  const link = String(data.link ?? '');
  if (copies.length)
    return copies.map((text) => text.replace(/\{(\w+)\}/g, (_, name) => String(data[name] ?? '')));
  if (!title) return [];
  const benefit = String(data.benefit ?? '');
  return [benefit ? t('message', { title, benefit, link }) : t('plainMessage', { title, link })];
}
