// One activity, another brand: colours, logo and name change, the configuration does not, and all of it goes back.
import { mount } from '@fanfare/core';
import { countdown } from '@fanfare/countdown';
import { afterEach, expect, it } from 'vitest';
import { applyBrand, compileTheme, readTheme } from '../src/index.js';
import carnival from '../tokens/carnival.json';
import fresh from '../tokens/fresh.json';

const until = '2099-01-01T00:00:00Z';
const picture = '/logo.svg';
const themes = { carnival: readTheme(carnival).theme, fresh: readTheme(fresh).theme };

afterEach(() => document.body.replaceChildren());

function page() {
  const room = document.createElement('section');
  const name = document.createElement('b');
  name.dataset.brand = 'name';
  name.textContent = 'Of the host';
  const logo = document.createElement('img');
  logo.dataset.brand = 'logo';
  const place = document.createElement('div');
  room.append(name, logo, place);
  document.body.append(room);
  const handle = mount(countdown, place, { until, locale: 'en' });
  const token = (property: string) =>
    getComputedStyle(place.firstElementChild!).getPropertyValue(property).trim();
  return { room, name, logo, handle, token };
}

it('changes colours, logo and name, and takes them back', () => {
  const { room, name, logo, handle, token } = page();
  room.setAttribute('theme', 'light');
  const takeBack = applyBrand(room, { name: 'Qiyun Bank', logo: picture, theme: themes.fresh });
  expect(name.textContent).toBe('Qiyun Bank');
  expect([new URL(logo.src).pathname, logo.alt]).toEqual([picture, 'Qiyun Bank']);
  expect(token('--ff-color-accent')).toBe(themes.fresh.light['color.accent']);

  const other = applyBrand(room, { name: 'Another', theme: themes.carnival });
  expect(token('--ff-color-accent')).toBe(themes.carnival.light['color.accent']);
  expect(name.textContent).toBe('Another');
  other();
  takeBack();
  expect(token('--ff-color-accent')).toBe('');
  expect(name.textContent).toBe('Of the host');
  handle.destroy();
});

it('takes no logo from a strange place', () => {
  const { room, logo } = page();
  for (const address of [
    'javascript:alert(1)',
    'data:image/svg+xml,x',
    'http://elsewhere.example/logo.png',
  ]) {
    applyBrand(room, { name: 'Brand', logo: address, theme: themes.fresh });
    expect(logo.getAttribute('src')).toBe(null);
  }
});

it('as a style sheet, colours a widget by the theme around it, by day and by night', () => {
  const { room, token } = page();
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(compileTheme('carnival', themes.carnival));
  document.adoptedStyleSheets = [sheet];
  for (const mode of ['light', 'dark'] as const) {
    room.setAttribute('theme', `carnival ${mode}`);
    expect(token('--ff-color-surface')).toBe(themes.carnival[mode]['color.surface']);
    expect(getComputedStyle(room).colorScheme).toBe(mode);
  }
  document.adoptedStyleSheets = [];
});
