// Style sheets for shadow roots, without inline styles: constructed sheets, or a <style> with the page's nonce.

const sheets = new Map<string, CSSStyleSheet>();

/** Adds `css` to what the root has; each text becomes one sheet that all roots share. */
export function adoptStyles(root: ShadowRoot, css: readonly string[], nonce?: string): void {
  if ('adoptedStyleSheets' in root && 'replaceSync' in CSSStyleSheet.prototype) {
    const added = css.map(sheetOf).filter((sheet) => !root.adoptedStyleSheets.includes(sheet));
    if (added.length) root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...added];
    return;
  }
  const present = [...root.querySelectorAll('style')];
  for (const text of css) {
    if (present.some((style) => style.textContent === text)) continue;
    const style = document.createElement('style');
    // A part that is loaded later knows no nonce: the one that was given first counts.
    style.nonce = nonce ?? present[0]?.nonce ?? '';
    style.textContent = text;
    root.append(style);
  }
}

function sheetOf(text: string): CSSStyleSheet {
  let sheet = sheets.get(text);
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    sheets.set(text, sheet);
  }
  return sheet;
}
