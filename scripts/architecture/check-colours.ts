// Brand colours live in themes: a package's CSS may name a colour only where `:host` gives it a private name that
// a token overrides: `:host { --_accent: var(--ff-color-accent, #c8102e) }`. Every other rule uses those names. A page of
// its own, which no theme reaches, gives them at `:root`.
import { packageSources, type Tree } from './tree';

const NAMED =
  'aqua|beige|black|blue|brown|coral|crimson|cyan|fuchsia|gold|gr[ae]y|green|indigo|ivory|khaki|lavender|lime|magenta|' +
  'maroon|navy|olive|orange|orchid|peru|pink|plum|purple|red|salmon|sienna|silver|snow|tan|teal|tomato|turquoise|' +
  'violet|wheat|white|yellow|(?:alice|cadet|cornflower|dodger|midnight|powder|royal|sky|slate|steel)blue|' +
  '(?:dark|deep|light|medium|pale|hot|forest|sea|spring|lawn|fire|indian|orange|rosy|saddle)[a-z]+';
const COLOUR = new RegExp(
  `#[0-9a-f]{3,8}\\b|\\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\\(|(?<![-\\w])(?:${NAMED})(?![-\\w(])`,
  'i',
);

export function checkColours(tree: Tree): string[] {
  return packageSources(tree)
    .filter((file) => file.name.endsWith('.css') && file.package !== 'themes')
    .flatMap((file) =>
      declarationsOf(file.text)
        .filter((declaration) => hasLiteral(declaration))
        .map(
          ({ selector, name, value }) =>
            `${file.path}: ${selector} { ${name}: ${value} } names a colour of its own`,
        ),
    );
}

interface Declaration {
  selector: string;
  name: string;
  value: string;
}

function hasLiteral({ selector, name, value }: Declaration): boolean {
  // A mask's colours are only its opacity.
  if (/^(-webkit-)?mask/.test(name)) return false;
  // Mixing with black or white shades a token's colour.
  const shown = value.replace(/color-mix\([^()]*(\([^()]*\)[^()]*)*\)/g, (mix) =>
    mix.replace(/\b(black|white)\b/g, ''),
  );
  const isDefault = name.startsWith('--_') && /^:(host|root)\b/.test(selector);
  return !isDefault && COLOUR.test(shown);
}

/** Every declaration with the selector around it; at-rules around that do not matter here. */
function declarationsOf(css: string): Declaration[] {
  const found: Declaration[] = [];
  const selectors: string[] = [];
  let text = '';
  const take = () => {
    const [, name, value] = /^\s*([-\w]+)\s*:\s*([\s\S]+)$/.exec(text) ?? [];
    if (name && value) found.push({ selector: selectors.at(-1) ?? '', name, value: value.trim() });
    text = '';
  };
  for (const char of css.replace(/\/\*[\s\S]*?\*\//g, '').replace(/url\([^)]*\)/g, 'url()')) {
    if (char === '{') {
      const head = text.trim();
      selectors.push(head.startsWith('@') ? (selectors.at(-1) ?? '') : head);
      text = '';
    } else if (char === '}') {
      take();
      selectors.pop();
    } else if (char === ';') take();
    else text += char;
  }
  return found;
}
