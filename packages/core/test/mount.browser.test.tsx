import { expect, it, vi } from 'vitest';
import { mount, registerElement } from '../src/index.js';
import { settled } from '../src/testing/index.js';
import { sample } from './sample.widget.js';

it('keeps the controller while only the language, the theme or the words change', () => {
  const create = vi.fn(sample.create);
  const handle = mount({ ...sample, create }, document.body, { locale: 'en' });
  handle.update({ locale: 'zh-CN', theme: 'dark' });
  handle.update({ text: { pick: 'take' } });
  expect(document.body.lastElementChild!.shadowRoot!.textContent).toContain('take');
  expect(create).toHaveBeenCalledTimes(1);
  handle.update({ size: 2 });
  expect(create).toHaveBeenCalledTimes(2);
  handle.destroy();
});

it('takes the theme of an element as a property', async () => {
  registerElement(sample, 'themed');
  const element = Object.assign(document.createElement('themed-sample'), { theme: 'dark' });
  document.body.append(element);
  await settled();
  expect(element.getAttribute('theme')).toBe('dark');
  element.remove();
});

it('scales its sizes with the width of its container, within bounds', async () => {
  const place = document.body.appendChild(document.createElement('div'));
  const handle = mount({ ...sample, css: '.pick { width: calc(100 * var(--_u)); min-width: 0; }' }, place);
  const button = place.firstElementChild!.shadowRoot!.querySelector('button')!;
  for (const [width, expected] of [
    [375, 100],
    [300, 85],
    [1280, 130],
  ]) {
    place.style.width = `${width}px`;
    await expect.poll(() => button.getBoundingClientRect().width).toBeCloseTo(expected!, 0);
  }
  handle.destroy();
  place.remove();
});
