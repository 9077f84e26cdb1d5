// The live room: badge, audience, caption and the viewers' comments over the player.
import type { Activity } from '@fanfare/core';
import type { Language } from './language.js';
import { make } from './make.js';
import { say } from './page.text.js';
import { audienceAt, captionAt } from './room.caption.js';

const EVERY_MS = 5000;

export function showRoom(activity: Activity, language: Language): void {
  const room = document.querySelector<HTMLElement>('.room')!;
  const put = (selector: string, text: string) => {
    const element = room.querySelector(selector)!;
    if (element.textContent !== text) element.textContent = text;
  };
  const door = room.querySelector<HTMLAnchorElement>('.enter')!;
  const show = () => {
    const definition = activity.definition.value;
    if (!definition) return;
    const { locale } = language;
    const now = activity.now();
    const caption = captionAt({ ...definition, phase: activity.phase }, now, locale);
    room.dataset.state = caption.state;
    put('.badge-text', say(locale, caption.state));
    put('.caption', caption.text);
    door.hidden = !caption.url;
    if (caption.url && !door.href.startsWith(caption.url)) door.href = caption.url;
    const audience = new Intl.NumberFormat(locale, { notation: 'compact' }).format(audienceAt(now));
    put('.audience', caption.state === 'onAir' ? say(locale, 'watching', { n: audience }) : '');
  };
  activity.currentPhase.subscribe(show);
  activity.definition.subscribe(show);
  setInterval(show, EVERY_MS);
  activity.clock.onChange(show);
  language.follow((locale) => {
    const comments = say(locale, 'comments').split('|');
    room.querySelector('.comments')!.replaceChildren(...comments.map((text) => make('li', {}, text)));
    show();
  });
}
