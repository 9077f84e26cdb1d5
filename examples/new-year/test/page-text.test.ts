// The words in the HTML are those of the Chinese pack, and both packs are complete.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Window } from 'happy-dom';
import { expect, it } from 'vitest';
import { pageText, type TextKey } from '../src/page.text.js';

const window = new Window();
window.document.write(
  readFileSync(resolve(import.meta.dirname, '../index.html'), 'utf8').replace(/<script.*?<\/script>/g, ''),
);

it('has the Chinese words in the HTML', () => {
  const attributes = { 'data-text': null, 'data-label': 'aria-label', 'data-alt': 'alt' };
  for (const [mark, attribute] of Object.entries(attributes))
    for (const element of window.document.querySelectorAll(`[${mark}]`)) {
      const key = element.getAttribute(mark) as TextKey;
      expect(attribute ? element.getAttribute(attribute) : element.textContent, key).toBe(
        pageText['zh-CN'][key],
      );
    }
});

it('says everything in both languages with the same names to fill in', () => {
  const names = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
  for (const [key, chinese] of Object.entries(pageText['zh-CN'])) {
    const english = pageText.en[key as TextKey];
    expect(english, key).toBeTruthy();
    expect(names(english), key).toEqual(names(chinese));
  }
});
