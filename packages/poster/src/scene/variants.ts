// Applies the versions of a scene that fit the day, the time slot, the channel and the language.
import type { PosterData } from './bind.js';
import type { Scene, Variant } from './scene.js';

/** The scene with every matching variant applied, in order; layers still need checking. */
export function applyVariants(
  scene: Scene,
  data: PosterData,
  locale: string,
): Omit<Scene, 'layers'> & { layers: unknown[] } {
  const matching = (scene.variants ?? []).filter((variant) =>
    matches(variant, data, scene.data ?? {}, locale),
  );
  return {
    ...scene,
    background: matching.reduce((found, variant) => variant.background ?? found, scene.background),
    data: Object.assign({}, scene.data, ...matching.map((variant) => variant.data)) as PosterData,
    layers: matching.some((variant) => variant.layers) ? patch(scene.layers, matching) : scene.layers,
  };
}

function matches({ when }: Variant, data: PosterData, defaults: PosterData, locale: string): boolean {
  const of = (key: string) => data[key] ?? defaults[key];
  const fits = (wanted: unknown, value: unknown) =>
    wanted === undefined ||
    (Array.isArray(wanted) ? wanted : [wanted]).some((one) => String(one) === String(value));
  return (
    fits(when.day, of('day')) &&
    fits(when.slot, of('slot')) &&
    fits(when.channel, of('channel')) &&
    fits(when.locale, locale)
  );
}

function patch(layers: readonly unknown[], variants: readonly Variant[]): unknown[] {
  return layers.map((layer) => {
    const { id, layers: inner } = layer as { id?: string; layers?: unknown[] };
    const changes = id === undefined ? [] : variants.map((variant) => variant.layers?.[id]);
    return {
      ...(layer as object),
      ...(inner && { layers: patch(inner, variants) }),
      ...Object.assign({}, ...changes),
    };
  });
}
