/** @jsxImportSource react */
// The page of adapter.e2e.test.ts: rendered on a server, then taken over in the browser, under React 18 and 19.
import { type Activity, createTransport } from '@fanfare/core';
import { Countdown, FanfareActivity, useActivity } from '@fanfare/react';
import { type ReactNode, StrictMode, useState } from 'react';

export const said: string[] = [];
const now = Date.parse('2027-01-01T00:00:00Z');

const transport = createTransport({
  'time.get': () => ({ now }),
  'activity.get': () => ({
    id: 'own',
    version: 1,
    title: { 'zh-CN': '活动', en: 'Own' },
    zone: 'Asia/Shanghai',
    landing: 'https://host.example/',
    schedule: { start_at: new Date(now + 1500).toISOString(), end_at: new Date(now + 9e6).toISOString() },
    guests: 'view',
    jitter_seconds: 1,
    live_seconds: 20,
    sessions: [],
    nodes: [],
    rules: [],
  }),
  'guest.create': () => ({
    token: 't',
    linked: false,
    secret: 's',
    me: { participant: { id: 'guest-1', kind: 'guest' }, sections: {} },
  }),
});

const Phase = (): ReactNode => {
  const activity: Activity | null | undefined = useActivity();
  return <output>{activity ? activity.id : 'none yet'}</output>;
};

export function App(): ReactNode {
  const [label, setLabel] = useState('before');
  const [isShown, setShown] = useState(true);
  return (
    <StrictMode>
      <FanfareActivity
        activity="own"
        transport={transport}
        onPhase={({ phase }) => said.push(`phase ${phase}`)}
      >
        <Phase />
        <Countdown
          className="bound"
          data-kind="bound"
          locale="en"
          onFinished={({ toward }) => said.push(`finished ${toward} ${label}`)}
        />
      </FanfareActivity>
      {isShown && <Countdown className="alone" until="2099-01-01T00:00:00Z" label={label} locale="en" />}
      <Countdown
        className="wrong"
        until="tomorrow"
        locale="en"
        onError={({ code }) => said.push(`error ${code}`)}
      />
      <button type="button" onClick={() => setLabel('after')}>
        change
      </button>
      <button type="button" onClick={() => setShown(!isShown)}>
        toggle
      </button>
    </StrictMode>
  );
}
