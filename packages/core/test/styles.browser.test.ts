import { afterEach, expect, it } from 'vitest';
import { adoptStyles } from '../src/index.js';

const support = Object.getOwnPropertyDescriptor(CSSStyleSheet.prototype, 'replaceSync')!;
afterEach(() => Object.defineProperty(CSSStyleSheet.prototype, 'replaceSync', support));

const newRoot = () => document.createElement('div').attachShadow({ mode: 'open' });

it('adds sheets to those that are there, each once, shared by all roots', () => {
  const [one, two] = [newRoot(), newRoot()];
  adoptStyles(one, ['a {}', 'b {}']);
  adoptStyles(one, ['b {}', 'c {}']);
  adoptStyles(two, ['c {}']);
  expect(one.adoptedStyleSheets).toHaveLength(3);
  expect(two.adoptedStyleSheets[0]).toBe(one.adoptedStyleSheets[2]);
});

it('without constructed sheets writes style elements, each once, with the nonce that was given first', () => {
  Reflect.deleteProperty(CSSStyleSheet.prototype, 'replaceSync');
  const root = newRoot();
  adoptStyles(root, ['a {}'], 'secret');
  adoptStyles(root, ['a {}', 'b {}']);
  expect([...root.querySelectorAll('style')].map((style) => [style.textContent, style.nonce])).toEqual([
    ['a {}', 'secret'],
    ['b {}', 'secret'],
  ]);
});
