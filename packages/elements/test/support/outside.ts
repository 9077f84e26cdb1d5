// What a host can notice of us: globals, properties of the language's own objects, its markup and its styles.
import type { Page } from 'playwright';

/** Remembers how things are before anything runs, and how the host's own markup is once it stands. */
export const remember = () => {
  type Memory = { names: Record<string, string[]>; markup?: string };
  const objects: Record<string, object> = {
    window,
    document,
    'Object.prototype': Object.prototype,
    'Array.prototype': Array.prototype,
    'Promise.prototype': Promise.prototype,
    'Element.prototype': Element.prototype,
    JSON,
    navigator: Navigator.prototype,
  };
  const names = () =>
    Object.fromEntries(
      Object.entries(objects).map(([name, object]) => [name, Object.getOwnPropertyNames(object)]),
    );
  const markup = () =>
    [document.documentElement, document.head, document.body, ...document.querySelectorAll('.host')]
      .map((element) => [
        element.outerHTML.length === 0
          ? ''
          : [...element.attributes].map(({ name, value }) => `${name}=${value}`).join(),
        element === document.documentElement || element === document.body ? '' : element.innerHTML,
        getComputedStyle(element).cssText ||
          ['color', 'font', 'margin', 'overflow', 'width']
            .map((key) => getComputedStyle(element).getPropertyValue(key))
            .join(),
      ])
      .join('\\n');
  const memory: Memory = { names: names() };
  document.addEventListener('DOMContentLoaded', () => {
    memory.markup = markup();
  });
  Object.defineProperty(window, Symbol.for('test.outside'), {
    value: () => ({
      added: Object.entries(names()).flatMap(([name, now]) =>
        now
          .filter((key) => !memory.names[name]?.includes(key) && !/^__playwright|^__pw/.test(key))
          .map((key) => `${name}.${key}`),
      ),
      isMarkupKept: memory.markup === markup(),
    }),
  });
};

/** What is there now that was not, and whether the host's own markup and styles are as they were. */
export const outside = (page: Page) =>
  page.evaluate(() =>
    (window as unknown as Record<symbol, () => { added: string[]; isMarkupKept: boolean }>)[
      Symbol.for('test.outside')
    ]!(),
  );
