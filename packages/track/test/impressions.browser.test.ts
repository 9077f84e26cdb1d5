import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { observeImpressions } from '../src/index.js';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const box = (height: string) => {
  const element = document.createElement('div');
  element.style.height = height;
  document.body.append(element);
  return element;
};

let stop = () => {};
beforeEach(() => {
  document.body.replaceChildren();
  scrollTo(0, 0);
});
afterEach(() => stop());

it('counts an element once a page, after half of it was visible for a second', async () => {
  const tracker = { track: vi.fn() };
  const seen = box('100px');
  box('3000px');
  const below = box('100px');
  stop = observeImpressions(tracker, [
    { element: seen, event: 'a.shown' },
    { element: below, event: 'b.shown', properties: { at: 1 } },
  ]);
  await pause(600);
  expect(tracker.track).not.toHaveBeenCalled();
  await pause(700);
  expect(tracker.track.mock.calls).toEqual([['a.shown', undefined]]);
  below.scrollIntoView();
  await pause(500);
  scrollTo(0, 0);
  await pause(900);
  expect(tracker.track).toHaveBeenCalledTimes(1);
  below.scrollIntoView();
  await pause(1300);
  expect(tracker.track.mock.calls[1]).toEqual(['b.shown', { at: 1 }]);
  stop();
  scrollTo(0, 0);
  stop = observeImpressions(tracker, [{ element: seen, event: 'a.shown' }]);
  await pause(1300);
  expect(tracker.track).toHaveBeenCalledTimes(2);
});

it('counts one that is larger than the window', async () => {
  const tracker = { track: vi.fn() };
  stop = observeImpressions(tracker, [{ element: box('5000px'), event: 'long.shown' }]);
  await pause(1400);
  expect(tracker.track).toHaveBeenCalledTimes(1);
});
