import { createText, type Translate } from '@fanfare/core';
import { type StudioKey, studioText } from './studio.text.js';

export type Language = 'zh-CN' | 'en';
export type Words = Translate<StudioKey>;

/** The browser's language, as far as the studio speaks it. */
export const ownLanguage = (): Language => (navigator.language.startsWith('zh') ? 'zh-CN' : 'en');

export const wordsIn = (language: Language): Words => createText(studioText, language);
