// The bar for trying things out, beside a backend in development mode: time, person, chances, looks, language.
import { type Activity, browserEnvironment } from '@fanfare/core';
import './dev-bar.css';
import type { Language } from '../language.js';
import { make } from '../make.js';
import type { Locale } from '../page.text.js';
import { PEOPLE } from '../people.js';
import type { Session } from '../session.js';
import { makeChoice, type Option } from './choice.js';
import { type DevKey, devText } from './dev-bar.text.js';
import { bringFriend, moveClock, recordFact } from './dev-server.js';
import { DAY, momentsOf } from './moments.js';
import { chooseTheme, currentTheme, THEMES } from './theme.js';

const LANGUAGES: { locale: Locale; label: string }[] = [
  { locale: 'zh-CN', label: '中文' },
  { locale: 'en', label: 'English' },
];

export function showDevBar(activity: Activity, endpoint: string, session: Session, language: Language): void {
  const say = (key: DevKey) => devText[language.locale][key];
  const rows = make('div', { class: 'dev-rows' });
  const trouble = make('p', { role: 'status' });
  const summary = make('summary');
  document.body.append(make('details', { class: 'dev-bar' }, summary, rows, trouble));

  const fail = (error: unknown) => {
    console.error(error);
    trouble.textContent = say('failed');
  };
  const row = (name: DevKey, options: Option[]) => makeChoice(say(name), options, fail);
  const become = async (person: Session['person']) => {
    session.signIn(person);
    show();
    await activity.refresh();
  };
  const travel = async (to: number) => {
    await moveClock(endpoint, to);
    await activity.clock.sync();
    await activity.refresh();
  };

  function show() {
    const { definition, participant } = activity;
    const left = activity.section('chances').value?.left;
    const known = participant.value;
    summary.textContent = say('open');
    trouble.textContent = '';
    rows.replaceChildren(
      row('time', [
        ...(definition.value ? momentsOf(definition.value) : []).map(({ key, at }) => ({
          label: say(key),
          choose: () => travel(at),
        })),
        { label: say('nextDay'), choose: () => travel(activity.now() + DAY) },
      ]),
      row('person', [
        { label: say('guest'), isChosen: !session.person, choose: () => become(undefined) },
        ...PEOPLE.map((person) => ({
          label: person.name,
          isChosen: session.person?.id === person.id,
          choose: () => become(person),
        })),
        {
          label: say('newGuest'),
          choose: async () => {
            await browserEnvironment().storage.delete(`guest:${endpoint}:${activity.id}`);
            await become(undefined);
          },
        },
      ]),
      row('chances', [
        {
          label: say('left').replace('{n}', String(left ?? '–')),
          choose: () => activity.refreshParticipant(),
        },
        {
          label: `${say('gift')} +1`,
          choose: async () => {
            if (known) await recordFact(known.id);
            await activity.refreshParticipant();
          },
        },
      ]),
      row('friends', [
        {
          label: `${say('friend')} +1`,
          choose: async () => {
            const code = activity.section('invite').value?.code;
            if (code) await bringFriend(endpoint, activity.id, code);
            await activity.refreshParticipant();
          },
        },
      ]),
      row(
        'look',
        THEMES.map((theme) => ({
          label: say(theme),
          isChosen: currentTheme() === theme,
          choose: () => {
            chooseTheme(theme);
            show();
          },
        })),
      ),
      row(
        'language',
        LANGUAGES.map(({ locale, label }) => ({
          label,
          isChosen: language.locale === locale,
          choose: () => language.choose(locale),
        })),
      ),
    );
  }

  for (const source of [activity.definition, activity.participant, activity.section('chances')])
    source.subscribe(show);
  language.follow(show);
}
