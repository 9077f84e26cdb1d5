import { expect, it, vi } from 'vitest';
import { mount } from '../src/index.js';
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
