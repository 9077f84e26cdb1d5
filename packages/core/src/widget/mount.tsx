// Puts a widget into the page and keeps it in step with its activity and configuration.
import { batch, computed, effect, signal, untracked } from '@preact/signals-core';
import { h, render } from 'preact';
import type { Activity } from '../activity/activity.js';
import { type Cleanup, createCleanup } from '../cleanup.js';
import type { Emitter } from '../emitter.js';
import { FanfareError } from '../errors.js';
import { chooseLocale } from '../locale.js';
import { parseConfig } from './config.js';
import { createFacts } from './facts.js';
import type { ConfigInput, ConfigOf, Fields } from './field.js';
import { observeScale } from './scale.js';
import shellCss from './shell.css?inline';
import { Shell, type ShellProblem } from './shell.js';
import { shellText } from './shell.text.js';
import { adoptStyles } from './styles.js';
import { createText, directionOf } from './text.js';
import type { Controller, DetailsOf, Widget } from './widget.js';

/** What core itself takes beside a widget's own configuration. */
export interface MountOptions {
  /** The activity to stand on; a countdown with `until` needs none. */
  activity?: Activity | null | undefined;
  /** Language of this widget; default: the activity's. */
  locale?: string | undefined;
  /** `light` or `dark` where the device's choice should not count. */
  theme?: string | undefined;
  /** The host's own words, by key of the widget's text. */
  text?: Partial<Record<string, string>> | undefined;
  /** Nonce of the page's CSP, for browsers without constructed style sheets. */
  nonce?: string | undefined;
}

export interface Handle<Options, Facts> {
  on: Emitter<DetailsOf<Facts> & { error: ShellProblem }>['on'];
  /** Changes some options; the others stay. */
  update(change: Partial<Options>): void;
  destroy(): void;
}

export type OptionsOf<F extends Fields> = ConfigInput<F> & MountOptions;

/**
 * Mounts a widget into an element of the page.
 *
 * @param target An element, or a selector of one.
 * @param options The widget's configuration together with `activity`, `locale`, `theme`, `text`, `nonce`.
 * @throws FanfareError `target_missing` or `config_invalid`.
 */
export function mount<F extends Fields, Key extends string, State, Actions, Facts>(
  widget: Widget<F, Key, State, Actions, Facts>,
  target: string | Element,
  options: OptionsOf<F> = {} as OptionsOf<F>,
): Handle<OptionsOf<F>, Facts> {
  const parent = typeof target === 'string' ? document.querySelector(target) : target;
  if (!parent)
    throw new FanfareError(
      widget.name,
      'target_missing',
      `mount() found no element for "${String(target)}". Call it after the element is in the page.`,
    );
  let given = options;
  configOf(widget, given);
  const host = document.createElement('div');
  parent.append(host);
  const handle = mountOn(widget, host, given);
  return {
    on: handle.on,
    update(change) {
      const next = { ...given, ...change };
      configOf(widget, next);
      given = next;
      handle.update(change);
    },
    destroy() {
      handle.destroy();
      host.remove();
    },
  };
}

/**
 * Mounts a widget on its own host element; `mount` and the custom elements both end here. Never throws for a wrong
 * option: it is shown in place and told as `error`.
 */
export function mountOn<F extends Fields, Key extends string, State, Actions, Facts>(
  widget: Widget<F, Key, State, Actions, Facts>,
  host: HTMLElement,
  options: OptionsOf<F>,
): Handle<OptionsOf<F>, Facts> {
  const config = signal<ConfigOf<F> | undefined>(undefined);
  const own = signal<MountOptions>({});
  const misuse = signal<ShellProblem | undefined>(undefined);
  const controller = signal<Controller<State, Actions> | undefined>(undefined);
  const cleanup = createCleanup();
  const facts = createFacts(widget, host, () => own.peek().activity);
  let given = options;

  const apply = () =>
    batch(() => {
      try {
        const next = configOf(widget, given);
        own.value = given;
        misuse.value = undefined;
        if (JSON.stringify(next) !== JSON.stringify(config.peek())) config.value = next;
      } catch (error) {
        const { code, message } = error as FanfareError;
        console.error(message);
        misuse.value = { code, message };
      }
    });
  apply();

  const root = createRoot(host, [shellCss, widget.css], options.nonce, cleanup);
  const activityNow = computed(() => own.value.activity);
  const problem = computed(() => misuse.value ?? problemOf(widget, activityNow.value));

  cleanup.add(
    effect(() => {
      // Of core's own options only the activity concerns the controller: a change of language keeps its state.
      const activity = activityNow.value;
      const current = config.value;
      if (!current || (widget.needs === 'activity' && activity?.status.value !== 'ready')) return;
      const created = untracked(() => widget.create(current, activity ?? null, { emit: facts.emit }));
      controller.value = created;
      return () => {
        controller.value = undefined;
        created.destroy();
      };
    }),
  );
  cleanup.add(
    effect(() => {
      const { activity, locale, theme, text } = own.value;
      const language =
        locale ?? activity?.locale.value ?? chooseLocale(host.closest<HTMLElement>('[lang]')?.lang);
      root.lang = language;
      root.dir = directionOf(language);
      if (theme) host.setAttribute('theme', theme);
      const running = controller.value;
      const view = running && {
        config: config.peek(),
        state: running.state.value,
        actions: running.actions,
        t: createText(widget.text, language, text),
        locale: language,
        activity: activity ?? null,
      };
      render(
        <Shell
          t={createText(shellText, language, text)}
          isLoading={!running}
          problem={problem.value}
          onBroken={(error) => facts.announce('error', { code: 'broken', message: String(error) })}
        >
          {view && h(widget.View as (props: object) => never, view)}
        </Shell>,
        root,
      );
    }),
  );
  cleanup.add(
    effect(() => {
      if (problem.value) facts.announce('error', problem.value);
    }),
  );

  return {
    on: facts.on,
    update(change) {
      given = { ...given, ...change };
      apply();
    },
    destroy: cleanup.run,
  };
}

function createRoot(
  host: HTMLElement,
  css: string[],
  nonce: string | undefined,
  cleanup: Cleanup,
): HTMLElement {
  const shadow = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  adoptStyles(shadow, css, nonce);
  const root = document.createElement('div');
  root.className = 'root';
  root.setAttribute('part', 'root');
  shadow.append(root);
  cleanup.add(() => {
    render(null, root);
    root.remove();
  });
  cleanup.add(observeScale(root));
  return root;
}

/** What is not in `MountOptions` belongs to the widget's fields. */
function configOf<F extends Fields>(
  { name, config }: { name: string; config: F },
  { activity: _, locale: _l, theme: _t, text: _w, nonce: _n, ...rest }: MountOptions & ConfigInput<F>,
): ConfigOf<F> {
  return parseConfig(name, config, rest);
}

/** The problem that core shows for any widget; undefined while all is well. */
function problemOf(
  { name, needs }: { name: string; needs: string },
  activity: Activity | null | undefined,
): ShellProblem | undefined {
  const isBound = needs === 'activity';
  if (activity) return activity.problem(isBound);
  const message = `<fanfare-${name}> has no activity. Put it inside <fanfare-activity>, or give it one.`;
  return isBound ? { code: 'activity_missing', message } : undefined;
}
