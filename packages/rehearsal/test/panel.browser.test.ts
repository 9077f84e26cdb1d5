// The control panel: as every widget, and by its buttons.
import '../src/element.js';
import { testWidget } from '@fanfare/core/testing';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { panel } from '../src/index.js';
import { rehearse } from './rehearsal.page.js';

const open: { close(): void }[] = [];
const on = (options = {}) => {
  const rehearsal = rehearse(options);
  open.push(rehearsal);
  return rehearsal;
};

const press = (name: string) => async (root: ShadowRoot) => {
  const button = [...root.querySelectorAll('button')].find(({ textContent }) => textContent!.includes(name));
  button!.click();
  await vi.waitFor(() => expect(root.querySelector('[role="status"]')!.textContent).not.toBe(''));
};

testWidget(panel, {
  options: () => ({ rehearsal: on() }),
  badOptions: { rehearsal: 7, folded: 'perhaps' },
  states: {
    open: { options: () => ({ rehearsal: on() }) },
    folded: { options: () => ({ rehearsal: on(), folded: true }) },
    'with a winner and faults': {
      options: () => ({ rehearsal: on({ clock: 'live', persona: 'winner', faults: ['slow', 'blocked'] }) }),
    },
    'telling the news': {
      options: () => ({ rehearsal: on() }),
      reach: (root) => {
        root.querySelectorAll<HTMLElement>('.chip')[2]!.click();
        return vi.waitFor(() => expect(root.querySelector('.news')!.textContent).not.toBe(''));
      },
    },
    'without a rehearsal': { options: () => ({}) },
  },
});

describe('its buttons', () => {
  afterEach(() => {
    for (const rehearsal of open.splice(0)) rehearsal.close();
    document.body.replaceChildren();
  });

  const show = async (options = {}) => {
    const rehearsal = on(options);
    await rehearsal.ready;
    const element = Object.assign(document.createElement('fanfare-rehearsal'), { rehearsal, locale: 'en' });
    document.body.append(element);
    await vi.waitFor(() => expect(element.shadowRoot?.querySelector('.body')).not.toBeNull());
    const root = element.shadowRoot!;
    const news = (words: string | RegExp) =>
      vi.waitFor(() => expect(root.querySelector('[role="status"]')!.textContent).toMatch(words));
    return { rehearsal, root, news, press: (name: string) => press(name)(root) };
  };

  it('travel, and the time is told in the zone of the activity', async () => {
    const { rehearsal, news, press, root } = await show();
    await press('Live');
    await news(/It is now Fri, Jan 1, 20:01:0\d GMT\+8/);
    expect(rehearsal.phase).toBe('live');
    await vi.waitFor(() => expect(root.querySelector('.phase')!.textContent).toBe('Live'));
    await press('+1 day');
    await news('Sat, Jan 2');
  });

  it('put people on stage, and say who is', async () => {
    const { rehearsal, news, press, root } = await show();
    await press('Winner');
    await news('On stage: Winner');
    expect(rehearsal.persona).toBe('winner');
    expect(root.querySelector('[aria-pressed="true"]')!.textContent).toContain('Winner');
  });

  it('switch faults on and off', async () => {
    const { rehearsal, news, press } = await show();
    await press('Offline');
    await news('From now on: Offline');
    await press('Blocked');
    await news('From now on: Offline and Blocked as abuse');
    expect(rehearsal.faults).toEqual(['offline', 'blocked']);
    await press('Offline');
    await press('Blocked');
    await news('All is well');
  });

  it('send facts, and say why one was refused', async () => {
    const { rehearsal, news, press } = await show({ clock: 'live' });
    await press('watched');
    await news('no guest has come in yet');
    const headers = { 'Content-Type': 'application/json' };
    const guest = 'https://in-page.invalid/v1/activities/show/guests';
    await rehearsal.transport(new Request(guest, { method: 'POST', body: '{}', headers }));
    await press('watched');
    await news('Sent watched');
  });

  it('export a file, import it again, and start over', async () => {
    const { rehearsal, news, press, root } = await show({ clock: 'live' });
    let saved: Blob | undefined;
    const url = vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      saved = blob as Blob;
      return 'data:,';
    });
    await press('Export');
    await news('Exported');
    await vi.waitFor(() => expect(saved).toBeDefined());
    url.mockRestore();
    await rehearsal.travel('ended');
    const files = new DataTransfer();
    files.items.add(new File([saved!], 'rehearsal-show.json'));
    const input = root.querySelector('input')!;
    input.files = files.files;
    input.dispatchEvent(new Event('change'));
    await news('Imported');
    expect(rehearsal.phase).toBe('live');
    await press('Start over');
    await news('Started over');
  });

  it('are reached and pressed by keyboard', async () => {
    const { userEvent } = await import('vitest/browser');
    const { root, news } = await show();
    root.querySelector('button')!.focus();
    await userEvent.keyboard('{Tab}{Tab}{Tab}{Enter}');
    await news('It is now');
    for (const control of root.querySelectorAll('button, label')) {
      const { height } = control.getBoundingClientRect();
      expect(height, control.textContent!).toBeGreaterThanOrEqual(44);
    }
  });
});
