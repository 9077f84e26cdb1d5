// <FanfareActivity>: one activity for the widgets inside. It begins in the page, never on a server.
import { type Activity, type ActivityEvents, type ActivityOptions, createActivity } from '@fanfare/core';
import {
  defineComponent,
  type InjectionKey,
  inject,
  onBeforeUnmount,
  onMounted,
  provide,
  type ShallowRef,
  shallowRef,
  toRaw,
  watch,
} from 'vue';

const ACTIVITY: InjectionKey<ShallowRef<Activity | undefined>> = Symbol('fanfare-activity');

export interface FanfareActivityProps extends Omit<ActivityOptions, 'id'> {
  /** The activity's id on the backend, or one that `createActivity` has made. */
  activity: string | Activity;
}

export type FanfareActivityEmits = {
  [Name in keyof ActivityEvents]: (detail: ActivityEvents[Name]) => true;
};

/**
 * Gives its activity to the widgets inside. Another `activity`, `endpoint`, `transport`, `tracker` or `environment`
 * makes another activity; the other props change the one there is.
 */
export const FanfareActivity = /* @__PURE__ */ defineComponent<FanfareActivityProps, FanfareActivityEmits>(
  (props, { slots, emit }) => {
    const running = shallowRef<Activity>();
    provide(ACTIVITY, running);
    let leave = () => {};

    const begin = () => {
      leave();
      const { activity: given, token: _, ...options } = toRaw(props);
      const activity =
        typeof given === 'string'
          ? createActivity({ id: given, ...raw(options), token: () => props.token?.() })
          : toRaw(given);
      const off = activity.on('*', (detail, name) => emit(name as 'change', detail as never));
      running.value = activity;
      leave = () => {
        off();
        running.value = undefined;
        if (typeof given === 'string') activity.destroy();
      };
    };
    onMounted(begin);
    onBeforeUnmount(() => leave());
    watch(() => [props.activity, props.endpoint, props.transport, props.tracker, props.environment], begin);
    watch(
      () => [props.channel, props.locale],
      ([channel, locale]) => {
        if (typeof props.activity === 'string') running.value?.update({ channel, locale });
      },
    );
    return () => slots.default?.();
  },
  {
    name: 'FanfareActivity',
    props: ['activity', 'endpoint', 'transport', 'token', 'channel', 'locale', 'tracker', 'environment'],
    emits: ['phase', 'change', 'participant', 'error'],
  },
);

/** The activity around: its value is undefined until it has begun, and on a server; null where there is none. */
export const useActivity = (): ShallowRef<Activity | undefined> | null => inject(ACTIVITY, null);

/** What a reactive parent hands down comes without its proxy. */
function raw<T extends object>(bag: T): T {
  return Object.fromEntries(Object.entries(bag).map(([key, value]) => [key, toRaw(value)])) as T;
}
