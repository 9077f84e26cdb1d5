// Style sheets for shadow roots, without inline styles: constructed sheets, or a <style> with the page's nonce.

const sheets = new Map<string, CSSStyleSheet>();

/** Puts `css` into the root; each text becomes one sheet that all roots share. */
export function adoptStyles(root: ShadowRoot, css: readonly string[], nonce?: string): void {
  if ('adoptedStyleSheets' in root && 'replaceSync' in CSSStyleSheet.prototype) {
    root.adoptedStyleSheets = css.map((text) => {
      let sheet = sheets.get(text);
      if (!sheet) {
        sheet = new CSSStyleSheet();
        sheet.replaceSync(text);
        sheets.set(text, sheet);
      }
      return sheet;
    });
    return;
  }
  for (const text of css) {
    const style = document.createElement('style');
    if (nonce) style.nonce = nonce;
    style.textContent = text;
    root.append(style);
  }
}
