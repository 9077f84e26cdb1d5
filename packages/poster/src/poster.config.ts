// What a host may set. Each key is an attribute of the element, a property and an option of `mount` alike.
import {
  type ConfigInput,
  type ConfigOf,
  callback,
  type Field,
  flag,
  listOf,
  oneOf,
  text,
  whole,
} from '@fanfare/core';
import type { Scene } from './scene/scene.js';
import { sizes } from './scene/sizes.js';
import { type SceneName, sceneNames } from './scenes/names.js';

/** A ready scene by its name, or a scene of one's own. */
export type SceneChoice = SceneName | Scene;
/** Values for a scene's bindings, as JSON. */
export type Values = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown) =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && isJson(value);

function isJson(value: unknown): boolean {
  try {
    return !!JSON.stringify(value);
  } catch {
    return false;
  }
}

/** The painter checks a scene's layers, and names the one that is wrong. */
const isScene = (value: unknown) =>
  sceneNames.includes(value as SceneName) || (isRecord(value) && Array.isArray((value as Scene).layers));

const json = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

const optional = <T>(expected: string, accepts: (value: unknown) => boolean): Field<T | undefined> => ({
  fallback: undefined,
  expected,
  accepts,
  read: json,
});

const A_SCENE = `one of ${sceneNames.join(', ')}, or a scene: { width, height, layers }`;

/** The options of `<fanfare-poster>` beside those of every widget. */
export const posterConfig = {
  /** The one scene to show: a ready one by name, or a scene of your own; as an attribute, a name or JSON. */
  scene: optional<SceneChoice>(A_SCENE, isScene),
  /** The scenes to swipe through; without them those that fit the data and the phase. @default [] */
  scenes: listOf<SceneChoice>(`a list, each ${A_SCENE}`, isScene),
  /**
   * Values for the scenes' bindings: texts, numbers, and pictures as addresses. They go before what the activity
   * knows. Without an activity give `link` here.
   */
  data: optional<Values>('an object of values that JSON can hold', isRecord),
  /** Outlet whose proportion the posters have. @default "moments" */
  size: oneOf(Object.keys(sizes) as (keyof typeof sizes)[], 'moments'),
  /** File type. @default "jpeg" */
  type: oneOf(['jpeg', 'png', 'webp'], 'jpeg'),
  /** Most bytes of a JPEG or WebP; messengers recompress what is larger. @default 500000 */
  maxBytes: whole(500_000, 50_000, 10_000_000),
  /** Delivery channel in the link; without it the one by which the visitor came. @default "" */
  channel: text(''),
  /** Whether it asks for a nickname or an avatar that a scene shows and nobody has told. @default true */
  ask: flag(true),
  /** Texts to copy beside the poster, with bindings such as `{title}` and `{link}`; without them there is one. @default [] */
  copies: listOf<string>('a list of texts', (item) => typeof item === 'string'),
  /** Rewrites the address of a picture, e.g. to a proxy that adds CORS headers. Property only. */
  proxy: callback<(url: string) => string>(),
  /** Paints in a worker over `@fanfare/poster/worker`; see `renderPoster`. Property only. */
  worker: callback<() => Worker>(),
};

/** A poster's options, all of them filled in. */
export type PosterConfig = ConfigOf<typeof posterConfig>;
/** A poster's options as a host writes them. */
export type PosterOptions = ConfigInput<typeof posterConfig>;
