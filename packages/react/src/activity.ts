// <FanfareActivity>: one activity for the widgets inside. It begins in the page, never on a server.
import { type Activity, type ActivityEvents, type ActivityOptions, createActivity } from '@fanfare/core';
import {
  createContext,
  createElement,
  type FunctionComponent,
  type ReactNode,
  useContext,
  useEffect,
  useState,
} from 'react';
import { useLatest } from './latest.js';

/** `null` where there is no activity around; `undefined` inside until there is one around is about to begin. */
const ActivityContext = createContext<Activity | null | undefined>(null);

export interface FanfareActivityProps extends Omit<ActivityOptions, 'id'> {
  /** The activity's id on the backend, or one that `createActivity` has made. */
  activity: string | Activity;
  onPhase?: ((detail: ActivityEvents['phase']) => void) | undefined;
  onChange?: ((detail: ActivityEvents['change']) => void) | undefined;
  onParticipant?: ((detail: ActivityEvents['participant']) => void) | undefined;
  onError?: ((detail: ActivityEvents['error']) => void) | undefined;
  children?: ReactNode;
}

/**
 * Gives its activity to the widgets inside. Another `activity`, `endpoint`, `transport`, `tracker` or `environment`
 * makes another activity: keep those the same between renders. `token` and the listeners may be new every time.
 */
export const FanfareActivity: FunctionComponent<FanfareActivityProps> = (props) => {
  const { activity: given, endpoint, transport, tracker, environment, channel, locale, children } = props;
  const [running, setRunning] = useState<Activity>();
  const latest = useLatest(props);

  useEffect(() => {
    const id = typeof given === 'string' ? given : undefined;
    const { channel, locale } = latest.current;
    const activity =
      typeof given === 'string'
        ? createActivity({
            id: given,
            endpoint,
            transport,
            tracker,
            environment,
            channel,
            locale,
            token: () => latest.current.token?.(),
          })
        : given;
    const off = activity.on('*', (detail, name) => {
      const { onPhase, onChange, onParticipant, onError } = latest.current;
      const listeners = { phase: onPhase, change: onChange, participant: onParticipant, error: onError };
      (listeners[name as keyof ActivityEvents] as ((detail: unknown) => void) | undefined)?.(detail);
    });
    setRunning(activity);
    return () => {
      off();
      setRunning(undefined);
      if (id !== undefined) activity.destroy();
    };
  }, [given, endpoint, transport, tracker, environment, latest]);

  useEffect(() => {
    if (running && typeof latest.current.activity === 'string') running.update({ channel, locale });
  }, [running, channel, locale, latest]);

  return createElement(ActivityContext.Provider, { value: running }, children);
};

/** The activity around: undefined until it has begun, and on a server; null where there is none. */
export const useActivity = (): Activity | null | undefined => useContext(ActivityContext);
