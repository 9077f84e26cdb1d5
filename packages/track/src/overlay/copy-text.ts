import { element } from './panel.js';

/** Puts text on the clipboard; where that is not allowed (plain http), shows it selected. True when it was copied. */
export async function copyText(text: string, parent: Element): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = element('textarea', { readonly: '' });
    area.value = text;
    parent.append(area);
    area.focus();
    area.select();
    return false;
  }
}
