// Turns foreign JSON into a scene, or into an error that names the layer. Layers are parsed one at a time:
// a scene may be large, deep or even hold itself, and none of that may reach the painter.
import { FanfareError } from '@fanfare/core/errors';
import { describeIssues } from '@fanfare/protocol/issues';
import { layerName } from './layer-name.js';
import { type Layer, layerSchemas } from './layers.js';
import { type Scene, sceneKeys } from './scene.js';

/** A map, so that a type named like an inherited key finds nothing. */
const schemas = new Map<unknown, (typeof layerSchemas)[Layer['type']]>(Object.entries(layerSchemas));

/** Most layers that a scene may hold, those in groups included. */
export const MAX_LAYERS = 5000;
/** Deepest nesting of groups. */
export const MAX_DEPTH = 8;

/**
 * Checks a scene.
 * @returns The scene as typed data; the input is not changed.
 * @throws FanfareError `scene_invalid`, naming the layer and the key.
 */
export function parseScene(input: unknown): Scene {
  const parsed = sceneKeys.safeParse(input);
  if (!parsed.success) throw invalid('Scene', describeIssues(parsed.error.issues, input)[0]!.detail);
  return { ...parsed.data, layers: parseLayers(parsed.data.layers) };
}

/** Checks a list of layers alone, as after a variant or a binding has changed it. */
export function parseLayers(layers: readonly unknown[]): Layer[] {
  let count = 0;
  const walk = (list: readonly unknown[], path: readonly number[], above: readonly unknown[]): Layer[] =>
    list.map((input, index) => {
      const here = [...path, index];
      const name = layerName(input, here);
      count += 1;
      if (count > MAX_LAYERS)
        throw invalid(name, `is one of more than ${MAX_LAYERS} layers; remove or merge some.`);
      if (here.length > MAX_DEPTH)
        throw invalid(name, `is nested deeper than ${MAX_DEPTH} groups; flatten them.`);
      if (above.includes(input)) throw invalid(name, 'holds itself; remove the cycle.');
      const layer = parseLayer(input, name);
      return layer.type === 'group'
        ? { ...layer, layers: walk(layer.layers, here, [...above, input]) }
        : layer;
    });
  return walk(layers, [], []);
}

function parseLayer(input: unknown, name: string): Layer {
  const type = (input as { type?: unknown } | null | undefined)?.type;
  const schema = schemas.get(type);
  if (!schema) {
    const got = JSON.stringify(type) ?? 'nothing';
    throw invalid(
      name,
      `"type" expected one of ${[...schemas.keys()].join(', ')}, got ${got}. Correct the type.`,
    );
  }
  const parsed = schema.safeParse(input);
  if (!parsed.success)
    throw invalid(name, `${describeIssues(parsed.error.issues, input)[0]!.detail} Correct the layer.`);
  return parsed.data as Layer;
}

const invalid = (name: string, detail: string) =>
  new FanfareError('poster', 'scene_invalid', `${name}: ${detail}`);
