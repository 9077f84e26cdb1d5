import type { Scene } from '../scene/scene.js';
import type { TextLayer } from '../scene/text-layer.js';
import type { LintWarning } from './lint-warning.js';
import { covered, type Outlined } from './outline.js';

/** Width of the usual draft. */
const DRAFT = 750;
/** Smallest size in units of such a draft that is read on a phone. */
const SMALLEST = 20;

/** Text that is too small, or that lies on a picture with nothing in between. */
export function lintText(
  layer: TextLayer,
  { box }: Outlined,
  below: readonly Outlined[],
  { width }: Pick<Scene, 'width'>,
  warn: (code: string, message: string) => LintWarning,
): LintWarning[] {
  const warnings: LintWarning[] = [];
  const size = Math.min(layer.size ?? 28, layer.minSize ?? Number.POSITIVE_INFINITY);
  const smallest = SMALLEST * Math.min(1, width / DRAFT);
  if (size < smallest)
    warnings.push(
      warn(
        'text_small',
        `its size may go down to ${size}; below ${smallest} it is not read on a phone. Raise "size" or "minSize".`,
      ),
    );
  const picture = below.reduce(
    (last, under, index) => (under.layer.type === 'image' && covered(box, under.box) > 0.3 ? index : last),
    -1,
  );
  const protectedBy = layer.backing ?? layer.stroke ?? layer.shadow;
  if (
    picture >= 0 &&
    !protectedBy &&
    !below.slice(picture + 1).some((over) => isPanel(over) && covered(box, over.box) > 0.8)
  )
    warnings.push(
      warn(
        'text_on_picture',
        'it lies on a picture with nothing in between. Give it a "backing", a "stroke" or a "shadow", or put a shape beneath.',
      ),
    );
  return warnings;
}

const isPanel = ({ layer }: Outlined) =>
  layer.type === 'shape' && layer.fill !== undefined && layer.shape !== 'path';
