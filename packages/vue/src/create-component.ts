// Makes a Vue component of a widget: every option of the widget is a prop, every fact an emit.
import { createCleanup, type Fields, type Handle, mountOn, type OptionsOf, type Widget } from '@fanfare/core';
import {
  type ComponentObjectPropsOptions,
  type DefineSetupFnComponent,
  defineComponent,
  h,
  onBeforeUnmount,
  onMounted,
  shallowRef,
  toRaw,
  watch,
} from 'vue';
import { useActivity } from './activity.js';
import { type Emits, emitOf } from './events.js';

type Bag = Record<string, unknown>;

/** The component of a widget. */
export type ComponentOf<W> =
  W extends Widget<infer F, string, infer _State, infer _Actions, infer Facts>
    ? DefineSetupFnComponent<OptionsOf<F>, Emits<Facts>>
    : never;

/** Makes the component of a widget. On a server it renders the empty element that the page fills. */
export function createComponent<F extends Fields, Key extends string, State, Actions, Facts>(
  widget: Widget<F, Key, State, Actions, Facts>,
): DefineSetupFnComponent<OptionsOf<F>, Emits<Facts>> {
  const optionKeys = [...Object.keys(widget.config), 'locale', 'theme', 'text', 'nonce'];
  const facts = [...Object.keys(widget.facts as object), 'error'];

  const component = defineComponent<Bag, Record<string, (detail: unknown) => true>>(
    (props, { emit }) => {
      const around = useActivity();
      const host = shallowRef<HTMLElement>();
      let handle: Handle<Bag, never> | undefined;

      const optionsNow = () => Object.fromEntries(optionKeys.map((key) => [key, toRaw(props[key])]));
      const cleanup = createCleanup();
      const enter = () => {
        cleanup.run();
        handle = undefined;
        const activity = toRaw(props.activity) ?? around?.value;
        // Inside <FanfareActivity> a widget waits for the activity: without one it would say that it lacks it.
        if (!host.value || (around && !activity)) return;
        const element = host.value;
        // The element's own events, because a wrong option is told while it mounts.
        for (const fact of facts)
          cleanup.listen(element, `fanfare-${fact}`, (event) =>
            emit(emitOf(fact), (event as CustomEvent).detail),
          );
        const options = { ...optionsNow(), activity };
        handle = mountOn(widget as never, element, options as never) as Handle<Bag, never>;
        cleanup.add(handle.destroy);
      };
      onMounted(enter);
      onBeforeUnmount(cleanup.run);
      watch(() => [props.activity, around?.value], enter);
      watch(
        () => optionKeys.map((key) => props[key]),
        () => handle?.update(optionsNow()),
      );
      return () => h('div', { ref: host });
    },
    {
      name: `Fanfare${widget.name[0]!.toUpperCase()}${widget.name.slice(1)}`,
      props: propsOf(widget.config, optionKeys),
      emits: facts.map(emitOf),
    },
  );
  return component as unknown as DefineSetupFnComponent<OptionsOf<F>, Emits<Facts>>;
}

/** Only yes-or-no props have a type: Vue then reads `<Lottery sound>` as yes, and an absent one as the default. */
function propsOf(config: Fields, keys: readonly string[]): ComponentObjectPropsOptions<Bag> {
  const isFlag = (key: string) => typeof config[key]?.fallback === 'boolean';
  return Object.fromEntries(
    [...keys, 'activity'].map((key) => [key, isFlag(key) ? { type: Boolean, default: undefined } : null]),
  ) as ComponentObjectPropsOptions<Bag>;
}
