import { mount, type OptionsOf } from '@fanfare/core';
import { withMedia } from '@fanfare/core/testing';
import { afterEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { checkinConfig } from '../src/checkin.config';
import { checkin as widget } from '../src/index';
import { activityOf, checkinNow, closeAll, dayFromNow, until } from './checkin.page';
import { dayOf, plan } from './checkin.sample';

afterEach(closeAll);

type Given = Parameters<typeof activityOf>[0];

function show(given: Given = {}, options: OptionsOf<typeof checkinConfig> = {}) {
  const place = document.body.appendChild(document.createElement('div'));
  const facts: string[] = [];
  const handle = mount(widget, place, { activity: activityOf(given), locale: 'en', ...options });
  for (const fact of ['checked', 'made_up', 'exchanged', 'refused', 'signin'] as const)
    handle.on(fact, () => facts.push(fact));
  const root = place.firstElementChild!.shadowRoot!;
  const find = (selector: string) => until(() => root.querySelector<HTMLElement>(selector));
  const click = async (selector: string) => (await find(selector)).click();
  return {
    handle,
    root,
    facts,
    find,
    click,
    status: () => root.querySelector('[role="status"]')?.textContent,
  };
}

const frames = (root: ShadowRoot) => root.querySelectorAll('.coin').length;

describe('a tap', () => {
  it('lets points fly to the balance, and says the result', async () => {
    const page = show();
    // Whoever taps before the balance is there has nothing for points to fly to.
    await page.find('[part="points"]');
    // They are gone within a second, which a slow machine may pass in one step.
    let flew = 0;
    const observer = new MutationObserver(() => {
      flew = Math.max(flew, frames(page.root));
    });
    observer.observe(page.root, { childList: true, subtree: true });
    await page.click('.go[aria-disabled="false"]');
    await until(() => page.status() === 'Done: +30 points');
    await until(() => flew > 0);
    observer.disconnect();
    expect(page.facts).toEqual(['checked']);
    await until(() => frames(page.root) === 0);
    expect(page.root.querySelector('[part="points"]')?.textContent).toBe('60 points');
  });

  it('moves nothing where less motion is asked for, and says the same', async () => {
    await withMedia({ 'prefers-reduced-motion': 'reduce' }, async () => {
      const page = show();
      await page.click('.go[aria-disabled="false"]');
      await until(() => page.status() === 'Done: +30 points');
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(frames(page.root)).toBe(0);
    });
  });

  it('of a guest who may only look asks the host for a sign-in', async () => {
    const page = show({ definition: { guests: 'view' } });
    await page.click('.go.is-signed-out');
    expect(page.facts).toEqual(['signin']);
  });

  it('tells the factor of the group link before, in the button', async () => {
    const page = show({ sections: { checkin: checkinNow({ multiplier: 2 }) } });
    await until(() => page.root.querySelector('.worth')?.textContent === '+10 ×2');
  });
});

describe('the month', () => {
  it('is one stop for Tab; arrows walk, Enter makes a missed day up, Escape goes back', async () => {
    const page = show({}, { view: 'month' });
    const current = await page.find('.grid [tabindex="0"]');
    expect(current.dataset.day).toBe(dayFromNow(0));
    current.focus();
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}');
    const focused = () => page.root.activeElement as HTMLElement;
    await until(() => focused().dataset.day === dayFromNow(-2));
    expect(focused().getAttribute('aria-label')).toContain('can be made up');
    await userEvent.keyboard('{Enter}');
    await page.find('.confirm');
    expect(focused().matches('.confirm')).toBe(true);
    await userEvent.keyboard('{Escape}');
    await until(() => !page.root.querySelector('.confirm'));
    expect(focused().dataset.day).toBe(dayFromNow(-2));
    await userEvent.keyboard('{Enter}');
    await page.click('.confirm .main');
    await until(() => page.facts.includes('made_up'));
    expect(page.root.querySelectorAll('.grid [tabindex="0"]')).toHaveLength(1);
  });
});

describe('making up', () => {
  it('is offered for friends as long as there are enough of them', async () => {
    const invite = {
      revision: 1,
      code: 'MYCODE23456789',
      url: 'https://host.example/',
      friends: [],
      tiers: [],
      tasks: [],
    };
    const offer = async (valid: number) => {
      const page = show({ sections: { checkin: checkinNow(), invite: { ...invite, valid } } });
      await page.click('.station.is-missed button');
      return (await page.find('.confirm')).textContent;
    };
    expect(await offer(0)).toContain('Or for 1 friend who counts: invite first');
    expect(await offer(1)).toContain('For 1 friend who joined');
  });
});

describe('cards', () => {
  it('tell of the end of a lap with what comes next, of the group, and of what doubles points', async () => {
    const days = [-6, -5, -4, -3, -2, -1, 0].map((count) => dayOf(dayFromNow(count)));
    const group = { title: { en: 'Early birds' }, members: 12, done_today: 5 };
    const lap = {
      days,
      missed: [],
      lap_from: dayFromNow(-6),
      lap_to: dayFromNow(0),
      lap_day: 7,
      multiplier: 2,
    };
    const page = show({ sections: { checkin: checkinNow({ ...lap, group }) } });
    const words = (part: string) => page.find(`[part="${part}"]`).then(({ textContent }) => textContent);
    expect(await words('lap-end')).toContain('Round 1 is complete');
    expect(await words('lap-end')).toContain('Tomorrow begins round 2');
    expect(await words('lap-end')).toContain('A New Year gift');
    expect(await words('group')).toMatch(/Early birds.*5 checked in today.*12 members/);
    expect(page.root.querySelector('progress')).toMatchObject({ value: 5, max: 12 });
    expect(await words('news')).toContain('Group linkCounted ×2 today');
    const broken = show({ sections: { checkin: checkinNow({ streak: 0 }) } });
    await until(() => broken.root.textContent?.includes('A new row begins today'));
    expect((await broken.find('[part="next"]')).textContent).toContain('1 more day: Three days +20');
  });
});

describe('the mall', () => {
  it('tells what is few, gone, too dear or had already, what was got and where points came from', async () => {
    const got = {
      id: 'r1',
      prize: 'cup',
      name: { en: 'A cup' },
      kind: 'goods',
      source: 'shop',
      state: 'pending',
      at: '2026-12-31T12:00:00Z',
      form: 'none',
      receipt: 'ABCD-EFGH',
    } as const;
    const page = show({
      sections: { rewards: { revision: 1, items: [got] } },
      handlers: {
        'activity.live': () => ({
          version: 1,
          paused: [],
          stock: [],
          tiers: [],
          winners: [],
          shop: [
            { item: 'lamp', label: 'few' },
            { item: 'bike', label: 'out' },
          ],
          counters: { participants: 0, draws: 0, awards: 0 },
        }),
      },
    });
    await page.click('[part="points"]');
    await until(() => page.root.querySelector('.mall .badge'));
    const items = [...page.root.querySelectorAll('[part="item"]')].map(({ textContent }) => textContent);
    expect(items[0]).toContain('You have 1, the most one may have');
    expect(items[1]).toContain('Only a few left');
    expect(items[2]).toContain('All gone');
    expect(page.root.querySelectorAll('[part="item"] .main')).toHaveLength(1);
    expect(page.root.querySelector('[part="mine"]')?.textContent).toContain(
      'A cupReceipt ABCD-EFGHto be claimed',
    );
    expect(page.root.querySelector('[part="history"]')?.textContent).toMatch(/Check-in.*\+10.*Other.*−5/);
  });

  it('asks before it exchanges, and shows the new balance', async () => {
    const page = show();
    await page.click('[part="points"]');
    await page.click('.mall [part="item"]:nth-child(2) .main');
    expect(page.facts).toEqual([]);
    await page.click('.confirm .main');
    await until(() => page.facts.includes('exchanged'));
    await until(() => page.root.querySelector('[part="points"]')?.textContent === '30 points');
    expect(page.root.querySelector('.confirm')).toBeNull();
  });
});

describe('words', () => {
  it('go out with the check-in', async () => {
    const page = show({ definition: { checkin: { ...plan, content: 'text' } } });
    await page.click('[data-opens="content"]');
    const field = (await page.find('textarea')) as HTMLTextAreaElement;
    await userEvent.fill(field, 'I read a book');
    await page.click('.hand-in .main[aria-disabled="false"]');
    await until(() => page.facts.includes('checked'));
  });

  it('are shown as text, whatever is in them', async () => {
    const text = '<img src=x onerror=alert(1)>';
    const days = [dayOf(dayFromNow(-1), 'on_time', { text, comment: text })];
    const page = show({ sections: { checkin: checkinNow({ days }) } });
    await page.click('[data-opens="content"]');
    await until(() => page.root.textContent?.includes(text));
    expect(page.root.querySelector('.content img')).toBeNull();
  });
});
