// The page inside a frame: a rehearsal set up for one state, and one widget on it.
import '@fanfare/core/element';
import '@fanfare/countdown/element';
import '@fanfare/lottery/element';
import '@fanfare/poster/element';
import '@fanfare/invite/element';
import '@fanfare/checkin/element';
import { createRehearsal, type Provider } from '@fanfare/rehearsal';
import { activityFor } from './activity.js';
import { answerMedia, applyConditions } from './conditions.js';
import './frame.css';
import { DRAFT, type FrameSettings } from './frame-settings.js';
import { type StateRecipe, states } from './states.js';

const LOOK_MS = 250;
/** Room for a dialog, which adds nothing to the page's own height. */
const DIALOG_HEIGHT = 560;

const sheet = new CSSStyleSheet();
document.adoptedStyleSheets = [sheet];
let settings: FrameSettings | undefined;
let leave = () => {};
answerMedia(() => settings?.conditions ?? { motion: false, forced: false });

function show({ tag, attributes, state, locale, isLong, mode }: FrameSettings): () => void {
  const { clock, persona = 'new', faults = [], taps = false }: StateRecipe = states[state];
  const rehearsal = createRehearsal({ activity: activityFor(state, isLong), clock, persona, faults });
  const provider = document.createElement('fanfare-activity') as HTMLElement & Provider;
  provider.setAttribute('activity', rehearsal.id);
  provider.setAttribute('locale', locale);
  const widget = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) widget.setAttribute(name, value);
  widget.setAttribute('theme', `${DRAFT} ${mode}`);
  provider.append(widget);
  const detach = rehearsal.attach(provider);
  document.body.append(provider);

  let isTapped = !taps;
  const look = setInterval(() => {
    applyConditions(document, settings!.conditions);
    const isOpen = !!widget.shadowRoot?.querySelector('dialog[open]');
    parent.postMessage(Math.max(document.body.scrollHeight, isOpen ? DIALOG_HEIGHT : 0), location.origin);
    const button = widget.shadowRoot?.querySelector<HTMLButtonElement>('[part~="button"]');
    if (isTapped || !button || button.disabled || button.getAttribute('aria-disabled') === 'true') return;
    isTapped = true;
    button.click();
  }, LOOK_MS);
  return () => {
    clearInterval(look);
    detach();
    rehearsal.close();
    provider.remove();
  };
}

/** What makes another preview necessary; colours and conditions change in place. */
const sceneOf = ({ css: _css, conditions: _conditions, ...rest }: FrameSettings) => JSON.stringify(rest);

addEventListener('message', ({ origin, source, data }: MessageEvent<FrameSettings>) => {
  if (origin !== location.origin || source !== parent) return;
  const isOther = !settings || sceneOf(settings) !== sceneOf(data);
  settings = data;
  sheet.replaceSync(data.css);
  document.documentElement.className = `${data.mode} ${data.conditions.forced ? 'forced' : ''}`;
  if (!isOther) return;
  leave();
  leave = show(data);
});
parent.postMessage('ready', location.origin);
