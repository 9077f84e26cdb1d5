// The contract that every widget passes, run in a real browser: `testWidget(lottery, {...})` in a *.browser.test file.
import { describe, expect, it, vi } from 'vitest';
import { registerElement } from '../widget/element.js';
import type { Fields } from '../widget/field.js';
import { mount, type OptionsOf } from '../widget/mount.js';
import type { Widget } from '../widget/widget.js';
import { findings, pageListeners, settled, withMedia } from './page.js';

export interface WidgetContract<F extends Fields> {
  /** Options with which the widget shows itself; called for each mount. */
  options(): OptionsOf<F>;
  /** Wrong values for every option: each must be named in the message. */
  badOptions: Record<string, unknown>;
  /** Every state that a person can meet, by name: options that lead to it, and what to do to get there. */
  states: Record<string, { options(): OptionsOf<F>; reach?(root: ShadowRoot): Promise<void> | void }>;
}

/** What is awaited is awaited this long; machines under load are slow. */
const PATIENCE = { timeout: 10_000 };

/** Registers the shared tests of a widget. */
export function testWidget<F extends Fields, Key extends string, State, Actions, Facts>(
  widget: Widget<F, Key, State, Actions, Facts>,
  { options, badOptions, states }: WidgetContract<F>,
): void {
  const place = () => document.body.appendChild(document.createElement('div'));
  const rootOf = (parent: Element) => parent.firstElementChild!.shadowRoot!;
  const textOf = (root: ShadowRoot | null) => root?.querySelector('.root')?.textContent ?? '';

  /** The activity is loaded, or has had time enough to fail, and the widget has drawn itself. */
  const drawn = async ({ activity }: OptionsOf<F>) => {
    const patience = new Promise((resolve) => setTimeout(resolve, 2000));
    await Promise.race([activity?.ready.catch(() => {}), patience]);
    await settled();
  };

  const show = async (given: OptionsOf<F>) => {
    const parent = place();
    const handle = mount(widget, parent, given);
    await drawn(given);
    const leave = () => {
      handle.destroy();
      parent.remove();
    };
    return { parent, handle, root: rootOf(parent), leave };
  };

  describe(`<fanfare-${widget.name}> as every widget`, () => {
    it('shows itself with the defaults of its options', async () => {
      const { root, leave } = await show(options());
      expect(root.querySelector('[part~="problem"]')).toBeNull();
      expect(textOf(root)).not.toBe('');
      leave();
    });

    it('leaves nothing behind after 100 mounts', async () => {
      const given = options();
      const once = async () => {
        const parent = place();
        const handle = mount(widget, parent, given);
        await Promise.resolve();
        handle.destroy();
        parent.remove();
      };
      await once();
      await settled();
      const before = { listeners: pageListeners(), nodes: document.querySelectorAll('*').length };
      for (let i = 0; i < 100; i++) await once();
      await settled();
      expect({ listeners: pageListeners(), nodes: document.querySelectorAll('*').length }).toEqual(before);
    });

    it('refuses wrong options with a message that names each of them', () => {
      const wrong = { ...options(), ...badOptions } as OptionsOf<F>;
      const attempt = () => mount(widget, place(), wrong);
      for (const key of Object.keys(badOptions)) expect(attempt).toThrow(`"${key}"`);
    });

    it('as an element, says what is wrong in place and throws nothing into the page', async () => {
      registerElement(widget, 'contract');
      const element = Object.assign(
        document.createElement(`contract-${widget.name}`),
        { activity: options().activity },
        badOptions,
      );
      const problem = new Promise<CustomEvent>((resolve) => {
        element.addEventListener('fanfare-error', (event) => resolve(event as CustomEvent));
      });
      place().append(element);
      expect((await problem).detail.code).toBe('config_invalid');
      // The words for problems come in a part of their own.
      await vi.waitFor(
        () => expect(element.shadowRoot!.querySelector('[role="alert"]')).not.toBeNull(),
        PATIENCE,
      );
      const alert = element.shadowRoot!.querySelector('[role="alert"]')!;
      for (const key of Object.keys(badOptions)) expect(alert.textContent).toContain(`"${key}"`);
      element.remove();
    });

    it('keeps its state when it is moved in the page', async () => {
      registerElement(widget, 'contract');
      const given = options();
      const element = Object.assign(document.createElement(`contract-${widget.name}`), given);
      place().append(element);
      await drawn(given);
      const before = element.shadowRoot!.querySelector('.root');
      place().append(element);
      await settled();
      expect(element.shadowRoot!.querySelector('.root')).toBe(before);
      expect(textOf(element.shadowRoot)).not.toBe('');
      element.remove();
    });

    it('follows its attributes', async () => {
      registerElement(widget, 'contract');
      const given = options();
      const element = Object.assign(document.createElement(`contract-${widget.name}`), given);
      element.setAttribute('locale', 'zh-CN');
      place().append(element);
      await drawn(given);
      const chinese = textOf(element.shadowRoot);
      element.setAttribute('locale', 'en');
      await settled();
      expect(textOf(element.shadowRoot)).not.toBe(chinese);
      element.remove();
    });

    for (const [name, { options: given, reach }] of Object.entries(states)) {
      for (const locale of ['zh-CN', 'en', 'ar'])
        it(`is accessible when ${name} in ${locale}`, async () => {
          const { root, leave } = await show({ ...given(), locale });
          await reach?.(root);
          await settled();
          expect(textOf(root)).not.toBe('');
          expect(root.querySelector<HTMLElement>('.root')!.dir).toBe(locale === 'ar' ? 'rtl' : 'ltr');
          expect(await findings(root.host)).toEqual([]);
          leave();
        });
      it(`is accessible when ${name} in the dark, without motion and in forced colours`, async () => {
        const features = { 'prefers-color-scheme': 'dark', 'prefers-reduced-motion': 'reduce' };
        for (const media of [features, { ...features, 'forced-colors': 'active' }])
          await withMedia(media, async () => {
            const { root, leave } = await show(given());
            await reach?.(root);
            await settled();
            expect(await findings(root.host)).toEqual([]);
            leave();
          });
      });
    }
  });
}
