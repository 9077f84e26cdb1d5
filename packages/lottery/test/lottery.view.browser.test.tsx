import { withMedia } from '@fanfare/core/testing';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { sectorAt } from '../src/lottery.angle';
import { activityOf, closeAll, QUICK, show, until } from './lottery.page';
import { backend, lottery, prizes, refusal } from './lottery.sample';

afterEach(closeAll);

/** Turns by which an element is seen to be rotated. */
function turnOf(element: Element): number {
  const { a, b } = new DOMMatrix(getComputedStyle(element).transform);
  return Math.atan2(b, a) / (2 * Math.PI);
}

describe('a spin', () => {
  it('turns on the tap, without a script for each frame, and stands on the prize that the backend drew', async () => {
    let answer = () => {};
    const waiting = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const server = backend('coupon');
    const activity = activityOf({
      handlers: { 'lottery.draw': (call) => waiting.then(() => server.draw(call)) },
    });
    const page = await show({ activity });
    const frames = vi.spyOn(window, 'requestAnimationFrame');
    page.button().click();
    await until(() => page.turns().getAnimations().length);
    await until(() => Math.abs(turnOf(page.turns())) > 0.05);
    expect(page.status()).toBe('Luck is on its way…');
    expect(page.button().getAttribute('aria-disabled')).toBe('true');
    await new Promise((resolve) => setTimeout(resolve, 1200));
    expect(page.turns().getAnimations()).toHaveLength(1);
    answer();
    await until(() => page.status() === 'You won: A coupon');
    expect(frames).not.toHaveBeenCalled();
    frames.mockRestore();
    expect(page.turns().getAnimations()).toHaveLength(0);
    expect(prizes[sectorAt(turnOf(page.turns()), prizes.length)]!.id).toBe('coupon');
  });

  it('of the grid lights the square of the prize', async () => {
    const page = await show({ kind: 'grid' });
    const light = await until(() => page.root.querySelector('.light'));
    page.button().click();
    await until(() => page.status() === 'You won: A coupon');
    const spot = light.getBoundingClientRect();
    const [x, y] = [spot.x + spot.width / 2, spot.y + spot.height / 2];
    const lit = [...page.root.querySelectorAll('.cell')].find((cell) => {
      const box = cell.getBoundingClientRect();
      return x > box.left && x < box.right && y > box.top && y < box.bottom;
    });
    expect(lit?.textContent).toBe('A coupon');
  });

  it('without an answer slows down between two prizes, says that the chance is kept, and can be tried again', async () => {
    const server = backend('phone');
    let isDown = true;
    const activity = activityOf({
      handlers: {
        'lottery.draw': (call) => (isDown ? Promise.reject(refusal('bad_answer')) : server.draw(call)),
      },
    });
    const page = await show({ activity });
    page.button().click();
    await until(() => page.status().startsWith('No answer yet'));
    await until(() => !page.turns().getAnimations().length);
    const between = Math.abs(turnOf(page.turns()) * prizes.length) % 1;
    expect(between).toBeCloseTo(0.5, 1);
    isDown = false;
    const [retry] = [...page.root.querySelectorAll('button')].filter(
      ({ textContent }) => textContent === 'Try again',
    );
    retry!.click();
    await until(() => page.status() === 'You won: A phone');
    expect(server.effects).toBe(1);
  });

  it('of a page that is left in the middle leaves nothing behind', async () => {
    const page = await show();
    page.button().click();
    const wheel = page.turns();
    const turning = await until(() => wheel.getAnimations()[0]);
    page.handle.destroy();
    expect(page.place.childElementCount).toBe(0);
    expect(turning.playState).toBe('idle');
  });

  it('with less motion wished reveals the prize at once', async () => {
    await withMedia({ 'prefers-reduced-motion': 'reduce' }, async () => {
      const page = await show({ minSpin: 10_000 });
      const before = performance.now();
      page.button().click();
      await until(() => page.status() === 'You won: A coupon');
      expect(performance.now() - before).toBeLessThan(1500);
      expect(prizes[sectorAt(turnOf(page.turns()), prizes.length)]!.id).toBe('coupon');
    });
  });

  it('goes on after a reload, and shows the same draw', async () => {
    const server = backend('phone');
    const activity = activityOf({ handlers: { 'lottery.draw': server.draw } });
    const first = await show({ activity });
    first.button().click();
    await until(() => server.effects);
    first.handle.destroy();
    const second = await show({ activity });
    await until(() => second.status() === 'You won: A phone');
    expect(server.effects).toBe(1);
  });
});

describe('the result', () => {
  it('takes the focus, closes with Escape and gives it back; all by keyboard', async () => {
    const page = await show();
    page.button().focus();
    await userEvent.keyboard('{Enter}');
    const dialog = await until(page.dialog);
    expect(dialog.matches(':modal')).toBe(true);
    expect(dialog.textContent).toContain('A coupon');
    expect(dialog.textContent).toContain('ABCD-EFGH');
    expect(dialog.contains(page.root.activeElement)).toBe(true);
    expect(page.root.activeElement?.textContent).toBe('Draw again');
    await userEvent.keyboard('{Escape}');
    await until(() => !page.dialog());
    expect(page.root.activeElement).toBe(page.button());
    expect(page.status()).toBe('2 chances left');
  });

  it('leads to what was won', async () => {
    const page = await show();
    page.button().click();
    const dialog = await until(page.dialog);
    [...dialog.querySelectorAll('button')].find((one) => one.textContent === 'See my prizes')!.click();
    await until(() => !page.dialog());
    await until(() => page.root.activeElement?.textContent === 'My prizes');
    expect(page.root.querySelector('[part="rewards"]')?.textContent).toMatch(/A coupon.*Claim it before/);
  });

  it('without a prize is kind and promises nothing', async () => {
    const activity = activityOf({ handlers: { 'lottery.draw': backend('luck').draw } });
    const page = await show({ activity });
    page.button().click();
    const dialog = await until(page.dialog);
    expect(dialog.querySelector('h2')?.textContent).toBe('Not this time');
  });

  it('of a win throws confetti on a canvas of its own', async () => {
    const page = await show({ confetti: true });
    page.button().click();
    const canvas = await until(() => page.root.querySelector('canvas'));
    await until(() => canvas.width > 300);
    expect(document.querySelector('body > canvas')).toBeNull();
  });

  it('that cannot be drawn on the wheel stands between two prizes', async () => {
    const activity = activityOf({ handlers: { 'lottery.draw': backend(null).draw } });
    const page = await show({ activity });
    page.button().click();
    await until(page.dialog);
    expect(Math.abs(turnOf(page.turns()) * prizes.length) % 1).toBeCloseTo(0.5, 1);
  });
});

describe('around the stage', () => {
  it('lists the prizes with their odds and their stock', async () => {
    const activity = activityOf({
      handlers: {
        'activity.live': () => ({
          version: 1,
          paused: [],
          stock: [{ prize: 'phone', label: 'few', left: 2 }],
          tiers: [],
          counters: { participants: 0, draws: 0, awards: 0 },
          winners: [],
        }),
      },
    });
    const page = await show({ activity });
    const toggle = page.root.querySelector<HTMLButtonElement>('.tools button')!;
    toggle.click();
    const list = await until(() => page.root.querySelector('[part="prizes"]'));
    expect(toggle.getAttribute('aria-expanded')).toBe('true');
    const items = [...list.querySelectorAll('li')].map(({ textContent }) => textContent);
    await until(() => list.textContent?.includes('2 left'));
    expect(list.querySelector('li')?.textContent).toBe('A phone2 leftOdds 0.1%');
    expect(items[2]).toBe('Good luckOdds 70%');
  });

  it('draws with a code', async () => {
    const server = backend();
    const activity = activityOf({
      definition: { lottery: { ...lottery, codes: true } },
      sections: { chances: { revision: 1, left: 0, used: 3, granted: 3 } },
      handlers: { 'lottery.draw': server.draw },
    });
    const page = await show({ activity });
    const open = [...page.root.querySelectorAll<HTMLButtonElement>('.tools button')].find(
      ({ textContent }) => textContent === 'Enter a code',
    )!;
    open.click();
    const input = await until(() => page.root.querySelector('input'));
    input.focus();
    await userEvent.keyboard('LUCKY-1{Enter}');
    await until(() => server.calls.length);
    expect(server.calls[0]!.body.code).toBe('LUCKY-1');
  });

  it('counts down to the start, and goes live with no reload', async () => {
    const start = Date.now() + 2500;
    const activity = activityOf({
      definition: {
        schedule: { start_at: new Date(start).toISOString(), end_at: new Date(start + 60_000).toISOString() },
      },
    });
    const page = await show({ activity });
    await until(() =>
      page.root.querySelector('[role="timer"]')?.textContent?.startsWith('Starts in 00:00:0'),
    );
    page.button().click();
    expect(page.turns().getAnimations()).toHaveLength(0);
    await until(() => page.status() === '3 chances left');
  });

  it('leads to the sign-in of the host', async () => {
    const page = await show({ activity: activityOf({ definition: { guests: 'view' } }) });
    const asked = new Promise((resolve) => page.handle.on('signin', resolve));
    page.button().click();
    await asked;
    expect(page.status()).toBe('Sign in to draw');
  });

  it('shows more than eight prizes on a wheel, whatever was asked for', async () => {
    const many = Array.from({ length: 9 }, (_, index) => ({ ...prizes[0]!, id: `p${index}` }));
    const page = await show({
      kind: 'grid',
      activity: activityOf({ definition: { lottery: { ...lottery, prizes: many } } }),
    });
    expect(page.root.querySelectorAll('.sectors path')).toHaveLength(9);
  });

  it('says where there is no lottery', async () => {
    const activity = activityOf({ definition: { lottery: undefined } });
    const place = document.body.appendChild(document.createElement('div'));
    const { mount } = await import('@fanfare/core');
    const { lottery: widget } = await import('../src/index');
    const handle = mount(widget, place, { ...QUICK, locale: 'en', activity });
    const root = place.firstElementChild!.shadowRoot!;
    await until(() => root.textContent === 'This activity has no lottery');
    handle.destroy();
  });
});
