import { contrast, luminance, over, parseColor } from '../scene/color.js';
import type { QrLayer } from '../scene/qr-layer.js';
import type { Scene } from '../scene/scene.js';
import type { LintWarning } from './lint-warning.js';

/** Bytes that versions 1 to 25 hold at error correction L. */
const CAPACITY = [
  17, 32, 53, 78, 106, 134, 154, 192, 230, 271, 321, 367, 425, 458, 520, 586, 644, 718, 792, 858, 929, 1003,
  1091, 1171, 1273,
];
/** Length that is assumed of a link that the data will bring. */
const USUAL_LINK = 100;
/** Fewest pixels of a module in the finished file. */
const MIN_MODULE = 4;

/** A code that is too small, too pale, or light on dark. */
export function lintQr(
  layer: QrLayer,
  scene: Scene,
  ratio: number,
  warn: (code: string, message: string) => LintWarning,
): LintWarning[] {
  const warnings: LintWarning[] = [];
  const length = layer.text.includes('{') ? USUAL_LINK : new TextEncoder().encode(layer.text).length;
  const version = CAPACITY.findIndex((bytes) => bytes >= length) + 1;
  const modules = 17 + 4 * version + 2 * (layer.quiet ?? 4);
  const module = (Math.max(layer.size, layer.maxSize ?? 0) * ratio) / modules;
  if (version === 0)
    warnings.push(
      warn('qr_long', `its ${length} characters need a code too fine for a poster. Shorten the link.`),
    );
  else if (module < MIN_MODULE)
    warnings.push(
      warn(
        'qr_small',
        `a link of ${length} characters leaves ${module.toFixed(1)} pixels a module, and ${MIN_MODULE} are needed. Enlarge it to ${Math.ceil((MIN_MODULE * modules) / ratio)} units or more.`,
      ),
    );

  const white = [255, 255, 255, 1] as const;
  const background = over(parseColor(layer.background ?? '#ffffff') ?? white, sceneColor(scene));
  const color = over(parseColor(layer.color ?? '#000000') ?? ([0, 0, 0, 1] as const), background);
  if (luminance(color) > luminance(background))
    warnings.push(
      warn(
        'qr_inverted',
        'it is light on dark, which many scanners cannot read. Swap "color" and "background".',
      ),
    );
  else if (contrast(color, background) < 4.5)
    warnings.push(
      warn(
        'qr_contrast',
        `its contrast of ${contrast(color, background).toFixed(1)} is low. Keep it above 4.5.`,
      ),
    );
  return warnings;
}

const sceneColor = ({ background }: Scene) =>
  (typeof background === 'string' ? parseColor(background) : undefined) ?? ([255, 255, 255, 1] as const);
