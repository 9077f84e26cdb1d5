// Looks at a scene as an experienced operator would, before anyone sees the poster.

import { layerName } from '../scene/layer-name.js';
import type { Layer } from '../scene/layers.js';
import { parseScene } from '../scene/parse.js';
import type { Scene } from '../scene/scene.js';
import { lintQr } from './lint-qr.js';
import { lintText } from './lint-text.js';
import type { LintWarning } from './lint-warning.js';
import { type Outlined, outline } from './outline.js';

export interface LintOptions {
  /** Pixels per design unit of the finished picture. @default whatever makes it 1125 pixels wide */
  pixelRatio?: number;
  /** Bytes of the finished file, if it was made already. */
  bytes?: number;
}

/** Above this, messengers compress a picture again. */
const BYTE_BUDGET = 500_000;
/** Above this proportion a picture is shown as a strip and compressed hard. */
const LONGEST = 2.5;

const roles = {
  title: 'Without a title nobody knows what the poster is about. Give one text layer "role": "title".',
  subtitle: 'A subtitle says why to come. Give one text layer "role": "subtitle".',
  endorsement:
    'An endorsement (a person, a brand, an official mark) makes it credible. Give one layer "role": "endorsement".',
  benefit: 'The benefit is what people act on. Give one layer "role": "benefit".',
  qr: 'Without a QR code the poster leads nowhere. Add a layer of type "qr" with "role": "qr".',
} as const;

/** Warnings for a scene; an empty list means that it is ready to be used. Never throws. */
export function lintScene(input: unknown, options: LintOptions = {}): LintWarning[] {
  let scene: Scene;
  try {
    scene = parseScene(input);
  } catch (error) {
    return [{ code: 'scene_invalid', message: error instanceof Error ? error.message : String(error) }];
  }
  const ratio = options.pixelRatio ?? 1125 / scene.width;
  const layers = outline(scene.layers);
  return [
    ...missingRoles(layers),
    ...layers.flatMap((layer, index) => lintOne(layer, layers.slice(0, index), scene, ratio)),
    ...lintSize(scene, options.bytes),
  ];
}

function missingRoles(layers: readonly Outlined[]): LintWarning[] {
  const found = new Set(layers.flatMap(({ layer }) => [layer.role, layer.type === 'qr' ? 'qr' : undefined]));
  return Object.entries(roles).flatMap(([role, message]) =>
    found.has(role as keyof typeof roles) ? [] : [{ code: `${role}_missing`, message }],
  );
}

function lintOne(outlined: Outlined, below: readonly Outlined[], scene: Scene, ratio: number): LintWarning[] {
  const { layer, path } = outlined;
  const name = layerName(layer, path);
  const warn = (code: string, message: string): LintWarning => ({
    code,
    layer: name,
    message: `${name}: ${message}`,
  });
  const offCanvas = isUseful(layer) && (outlined.box.x >= scene.width || outlined.box.y >= scene.height);
  return [
    ...(offCanvas ? [warn('off_canvas', 'it lies outside the poster. Move it in or remove it.')] : []),
    ...(layer.type === 'qr' ? lintQr(layer, scene, ratio, warn) : []),
    ...(layer.type === 'text' ? lintText(layer, outlined, below, scene, warn) : []),
  ];
}

const isUseful = (layer: Layer) => layer.type === 'text' || layer.type === 'qr';

function lintSize({ width, height }: Scene, bytes: number | undefined): LintWarning[] {
  const warnings: LintWarning[] = [];
  if (height / width > LONGEST)
    warnings.push({
      code: 'too_long',
      message: `The poster is ${(height / width).toFixed(1)} times as high as wide; above ${LONGEST} messengers compress it hard. Shorten it or split it in two.`,
    });
  if (bytes !== undefined && bytes > BYTE_BUDGET)
    warnings.push({
      code: 'too_heavy',
      message: `The file has ${bytes} bytes; above ${BYTE_BUDGET} messengers compress it again. Set "maxBytes" or use fewer photos.`,
    });
  return warnings;
}
