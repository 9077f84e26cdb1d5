import { signal } from '@preact/signals-core';
import { render } from 'preact';
import { expect, it } from 'vitest';
import { LiveText } from '../src/index.js';

it('follows its signal, also another one that comes later', () => {
  const first = signal('a');
  const second = signal('x');
  const place = document.createElement('div');
  render(<LiveText value={first} class="digit" />, place);
  first.value = 'b';
  expect(place.textContent).toBe('b');
  render(<LiveText value={second} class="digit" />, place);
  second.value = 'y';
  first.value = 'c';
  expect(place.textContent).toBe('y');
  render(null, place);
  second.value = 'z';
  expect(place.textContent).toBe('');
});
