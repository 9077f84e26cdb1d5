// The page of adapter.e2e.test.ts: rendered on a server, then taken over in the browser.
import { createTransport } from '@fanfare/core';
import { Countdown, FanfareActivity, useActivity } from '@fanfare/vue';
import { defineComponent, h, ref } from 'vue';

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

const Around = defineComponent(() => {
  const activity = useActivity();
  return () => h('output', activity?.value?.id ?? 'none yet');
});

export const App = defineComponent(() => {
  const label = ref('before');
  const isShown = ref(true);
  return () => [
    h(
      FanfareActivity,
      { activity: 'own', transport, onPhase: ({ phase }) => said.push(`phase ${phase}`) },
      () => [
        h(Around),
        h(Countdown, {
          class: 'bound',
          locale: 'en',
          onFinished: ({ toward }) => said.push(`finished ${toward} ${label.value}`),
        }),
      ],
    ),
    isShown.value &&
      h(Countdown, { class: 'alone', until: '2099-01-01T00:00:00Z', label: label.value, locale: 'en' }),
    h(Countdown, {
      class: 'wrong',
      until: 'tomorrow',
      locale: 'en',
      onError: ({ code }) => said.push(`error ${code}`),
    }),
    h('button', { type: 'button', onClick: () => (label.value = 'after') }, 'change'),
    h('button', { type: 'button', onClick: () => (isShown.value = !isShown.value) }, 'toggle'),
  ];
});
