import { afterEach, describe, expect, it, vi } from 'vitest';
import '../src/element.js';
import { FanfareError, mount, registerActivity, registerElement } from '../src/index.js';
import { fakeActivity, settled, testWidget } from '../src/testing/index.js';
import { needy, sample } from './sample.widget.js';

registerElement(sample);
registerElement(needy);

testWidget(sample, {
  options: () => ({}),
  badOptions: { label: 3, size: 99, face: 'round', loud: 'yes', onPick: 'call me' },
  states: { plain: { options: () => ({}) } },
});

afterEach(() => document.body.replaceChildren());

const html = (markup: string) => {
  const template = document.createElement('template');
  template.innerHTML = markup;
  document.body.append(template.content);
};
const shadowText = (selector: string) => document.querySelector(selector)?.shadowRoot?.textContent ?? '';

describe('mount', () => {
  it('tells facts to listeners, to the DOM and, with declared properties only, to the tracker', async () => {
    const { activity, environment } = fakeActivity();
    const track = vi.fn();
    Object.assign(activity, { tracker: { track } });
    await environment.advance(0);
    html('<div id="here"></div>');
    const heard = vi.fn();
    document.addEventListener('fanfare-picked', heard, { once: true });
    const handle = mount(sample, '#here', { activity, size: 4 });
    const listener = vi.fn();
    handle.on('picked', listener);
    document.querySelector('#here div')!.shadowRoot!.querySelector('button')!.click();
    expect(listener.mock.calls[0]![0]).toEqual({ size: 4, secret: 'not for the tracker' });
    expect(heard).toHaveBeenCalledOnce();
    expect(track).toHaveBeenCalledWith('sample.picked', { size: 4 });
    handle.destroy();
    activity.destroy();
  });

  it('names the missing target', () => {
    expect(() => mount(sample, '#nowhere')).toThrow('#nowhere');
    expect(() => mount(sample, '#nowhere')).toThrow(FanfareError);
  });

  it('keeps what it showed when an update is wrong', () => {
    html('<div id="here"></div>');
    const handle = mount(sample, '#here', { label: 'kept' });
    expect(() => handle.update({ size: 1000 })).toThrow(
      '"size" expected a whole number from 1 to 9, got 1000.',
    );
    expect(shadowText('#here div')).toContain('kept');
    handle.update({ label: 'changed' });
    expect(shadowText('#here div')).toContain('changed');
    handle.destroy();
  });

  it('shows a problem instead of throwing when a view fails, and recovers by retry', async () => {
    html('<div id="here"></div>');
    const handle = mount(sample, '#here', { label: 'explode', locale: 'en' });
    await settled();
    const root = document.querySelector('#here div')!.shadowRoot!;
    await vi.waitFor(
      () => expect(root.querySelector('[role="alert"]')?.textContent).toContain('Something went wrong'),
      10_000,
    );
    handle.update({ label: 'fine' });
    root.querySelector<HTMLButtonElement>('[part~="retry"]')!.click();
    await settled();
    expect(root.textContent).toContain('fine');
    handle.destroy();
  });
});

describe('elements', () => {
  it('ignore attributes that they do not know', async () => {
    html('<fanfare-sample label="hi" onload="x" data-x="1" nonsense="2"></fanfare-sample>');
    await settled();
    expect(shadowText('fanfare-sample')).toContain('hi');
  });

  it('say that they stand on no activity when they need one', async () => {
    html('<fanfare-needy locale="en"></fanfare-needy>');
    await vi.waitFor(
      () => expect(shadowText('fanfare-needy')).toContain('Put it inside <fanfare-activity>'),
      10_000,
    );
  });

  it('take over properties that were set before the tag was known', async () => {
    const element = document.createElement('late-sample');
    Object.assign(element, { label: 'early bird' });
    document.body.append(element);
    registerElement(sample, 'late');
    await settled();
    expect(shadowText('late-sample')).toContain('early bird');
  });

  it('find their activity across shadow roots, and follow another one', async () => {
    const first = fakeActivity();
    const second = fakeActivity({ definition: { schedule: future(second0) } });
    const provider = Object.assign(document.createElement('fanfare-activity'), {
      transport: first.transport,
      environment: first.environment,
    });
    provider.setAttribute('activity', 'test');
    const box = document.createElement('div');
    provider.append(box);
    box.attachShadow({ mode: 'open' }).append(document.createElement('fanfare-needy'));
    document.body.append(provider);
    await settled();
    const needyElement = box.shadowRoot!.querySelector('fanfare-needy')!;
    const shows = (phase: string, world: typeof first) =>
      vi.waitFor(async () => {
        await world.environment.advance(100);
        expect(needyElement.shadowRoot?.textContent).toContain(phase);
      }, 10_000);
    await shows('live', first);
    Object.assign(provider, { environment: second.environment, transport: second.transport });
    await shows('warmup', second);
    first.activity.destroy();
    second.activity.destroy();
  });

  it('of a prefix of their own stand on the activity of that prefix, whichever is nearer', async () => {
    registerActivity('acme');
    registerElement(needy, 'acme');
    const world = fakeActivity();
    const provider = Object.assign(document.createElement('acme-activity'), {
      transport: world.transport,
      environment: world.environment,
    });
    provider.setAttribute('activity', 'test');
    const nearer = document.createElement('fanfare-activity');
    nearer.append(document.createElement('acme-needy'));
    provider.append(nearer);
    document.body.append(provider);
    await vi.waitFor(async () => {
      await world.environment.advance(100);
      expect(shadowText('acme-needy')).toContain('live');
    }, 10_000);
    provider.remove();
    world.activity.destroy();
  });

  it('report a provider without id or endpoint as an event, not as an exception', async () => {
    const heard = vi.fn();
    document.addEventListener('fanfare-error', heard);
    html('<fanfare-activity><fanfare-needy locale="en"></fanfare-needy></fanfare-activity>');
    await settled();
    expect((heard.mock.calls[0]![0] as CustomEvent).detail.code).toBe('config_invalid');
    expect(shadowText('fanfare-needy')).not.toBe('');
    document.removeEventListener('fanfare-error', heard);
  });
});

const second0 = 3_600_000;
function future(ms: number) {
  const at = (offset: number) => new Date(Date.parse('2026-12-31T12:00:00Z') + offset).toISOString();
  return { start_at: at(ms), end_at: at(2 * ms) };
}
