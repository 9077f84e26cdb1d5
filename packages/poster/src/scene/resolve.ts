// From scene and data to the layers that will be painted: variants applied, bindings filled, absent layers
// left out, addresses checked.
import { FanfareError } from '@fanfare/core/errors';
import { graphemes } from '../layout/graphemes.js';
import { type Bindings, createBindings, type PosterData } from './bind.js';
import { layerName } from './layer-name.js';
import type { Layer } from './layers.js';
import type { Pictures, Resolved, ResolvedScene } from './resolved.js';
import type { Scene } from './scene.js';
import { checkLink, checkPicture } from './urls.js';
import { applyVariants } from './variants.js';

/**
 * The layers of a checked scene for one set of data, and the pictures they need.
 * @param parseLayers What a variant put in is as foreign as the scene itself, so it is checked again; left out for a
 * ready scene.
 * @throws FanfareError naming the layer: `scene_invalid`, `binding_cycle`, `link_refused`, `picture_missing`.
 */
export function resolveScene(
  scene: Scene,
  data: PosterData,
  locale: string,
  parseLayers?: (layers: readonly unknown[]) => Layer[],
): { scene: ResolvedScene; pictures: Pictures } {
  const version = applyVariants(scene, data, locale);
  const pictures: Pictures = new Map();
  let current = 'Scene';
  const bindings = createBindings(data, version.data ?? {}, locale, () => current);

  const resolve = (layer: Layer, path: readonly number[]): Resolved[] => {
    const name = layerName(layer, path);
    current = name;
    if (layer.when !== undefined && !holds(layer.when, bindings)) return [];
    if (layer.type !== 'group') return [fillLayer(layer, bindings, pictures, name)];
    return [
      { ...layer, name, layers: layer.layers.flatMap((child, index) => resolve(child, [...path, index])) },
    ];
  };

  const layers =
    parseLayers && version.layers !== scene.layers
      ? parseLayers(version.layers)
      : (version.layers as Layer[]);
  const resolved = layers.flatMap((layer, index) => resolve(layer, [index]));
  current = 'Scene';
  return {
    scene: {
      width: scene.width,
      height: scene.height,
      background: fillStrings(version.background, bindings),
      fonts: scene.fonts,
      layers: resolved,
      alt: bindings.text(scene.alt ?? scene.name ?? '').replace(/\s*\n\s*/g, ' '),
    },
    pictures,
  };
}

function holds(when: string, bindings: Bindings): boolean {
  const negated = when.startsWith('!');
  const value = bindings.value(negated ? when.slice(1) : when);
  const present = value !== undefined && value !== null && value !== '' && value !== false;
  return present !== negated;
}

function fillLayer(
  layer: Exclude<Layer, { type: 'group' }>,
  bindings: Bindings,
  pictures: Pictures,
  name: string,
): Resolved {
  const picture = (template: string | undefined) =>
    pictureKey(template && bindings.source(template), pictures, name);
  switch (layer.type) {
    case 'text':
      return { ...fillStrings(layer, bindings, 'text'), text: bindings.text(layer.text), name };
    case 'image': {
      const source = picture(layer.source);
      if (!source && layer.missing !== 'skip') throw noPicture(layer.source, name);
      return { ...fillStrings(layer, bindings, 'source'), source, name };
    }
    case 'avatar': {
      const initial = graphemes(bindings.text(layer.name ?? '').trim())[0] ?? '';
      return {
        ...fillStrings(layer, bindings, 'source', 'name'),
        source: picture(layer.source),
        initial,
        name,
      };
    }
    case 'qr': {
      const text = checkLink(bindings.text(layer.text), name);
      return { ...fillStrings(layer, bindings, 'logo', 'text'), text, logo: picture(layer.logo), name };
    }
    default:
      return { ...fillStrings(layer, bindings), name };
  }
}

/** Fills bindings in colours, fonts and paths; the keys in `except` are filled by the caller. */
function fillStrings<T>(value: T, bindings: Bindings, ...except: string[]): T {
  if (typeof value === 'string') return (value.includes('{') ? bindings.text(value) : value) as T;
  if (Array.isArray(value)) return value.map((item) => fillStrings(item, bindings)) as T;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  return Object.fromEntries(
    entries.map(([key, item]) => [key, except.includes(key) ? item : fillStrings(item, bindings)]),
  ) as T;
}

function pictureKey(found: unknown, pictures: Pictures, name: string): string | undefined {
  if (found === undefined || found === null || found === '') return undefined;
  if (typeof found !== 'object') {
    const address = checkPicture(String(found), name);
    pictures.set(address, address);
    return address;
  }
  for (const [key, known] of pictures) if (known === found) return key;
  const key = `picture ${pictures.size}`;
  pictures.set(key, found);
  return key;
}

const noPicture = (source: string, name: string) =>
  new FanfareError(
    'poster',
    'picture_missing',
    `${name}: "source" ${source} has no value. Give it in the data, or set "missing" to "skip".`,
  );
