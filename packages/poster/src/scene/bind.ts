// Fills bindings: `{nickname}`, `{prize.name}`, `{title|Happy New Year}`. Only texts of the scene are templates;
// values of the data are put in as they are, so a nickname of `{link}` stays those six letters.
import { FanfareError } from '@fanfare/core/errors';
import type { Text } from './layer-base.js';

/** Values that a poster is made for: texts, numbers, pictures, lists and nested records of them. */
export type PosterData = Readonly<Record<string, unknown>>;

export interface Bindings {
  /** The value at a path: the data's own, else the scene's default. */
  value(path: string): unknown;
  /** A template with its bindings filled, in the wanted language. */
  text(template: Text): string;
  /** A single binding's value as it is, else the filled template. */
  source(template: string): unknown;
}

const BINDING = /\{\{|\}\}|\{([^{}|]+)(?:\|([^{}]*))?\}/g;
const LONE = /^\{([^{}|]+)\}$/;

/**
 * @param data Values given by the caller; never read as templates.
 * @param defaults The scene's `data`; its texts are templates.
 * @param locale Language to pick from texts in several languages.
 * @param name What to call the layer in an error.
 */
export function createBindings(
  data: PosterData,
  defaults: PosterData,
  locale: string,
  name: () => string,
): Bindings {
  const open: string[] = [];

  function value(path: string): unknown {
    const own = at(data, path);
    if (own !== undefined && own !== null && own !== '') return own;
    const fallback = at(defaults, path);
    if (!isTemplate(fallback)) return fallback;
    if (open.includes(path))
      throw new FanfareError(
        'poster',
        'binding_cycle',
        `${name()}: the binding {${[...open, path].join('} -> {')}} leads back to itself. Break the cycle in the scene's "data".`,
      );
    open.push(path);
    try {
      return text(fallback);
    } finally {
      open.pop();
    }
  }

  function text(template: Text): string {
    const chosen = typeof template === 'string' ? template : pickLocale(template, locale);
    return chosen.replace(BINDING, (whole, path: string | undefined, fallback: string | undefined) => {
      if (path === undefined) return whole[0]!;
      const found = shown(value(path.trim()));
      return found === '' ? (fallback ?? '') : found;
    });
  }

  return {
    value,
    text,
    source: (template) => {
      const lone = LONE.exec(template);
      return lone ? value(lone[1]!.trim()) : text(template);
    },
  };
}

/** Text in the wanted language, else in its base language, else `*`, zh-CN, en, or whatever there is. */
export function pickLocale(texts: Readonly<Record<string, string>>, locale: string): string {
  const base = locale.split('-')[0]!;
  const near = Object.keys(texts).find((tag) => tag.split('-')[0] === base);
  return (
    texts[locale] ??
    (near && texts[near]) ??
    texts['*'] ??
    texts.en ??
    texts['zh-CN'] ??
    Object.values(texts)[0] ??
    ''
  );
}

const isTemplate = (value: unknown): value is Text =>
  typeof value === 'string' ||
  (isRecord(value) && Object.keys(value).length > 0 && Object.entries(value).every(isLocalEntry));
const isLocalEntry = ([tag, text]: [string, unknown]) =>
  /^(\*|[a-z]{2,3}(-[\w-]+)?)$/i.test(tag) && typeof text === 'string';
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

function at(from: PosterData, path: string): unknown {
  let value: unknown = from;
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.keys(value).includes(key)) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}

function shown(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  return Array.isArray(value) ? value.map(shown).filter(Boolean).join('\n') : '';
}
