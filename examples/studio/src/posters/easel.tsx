// The painted poster with its layers to take hold of, and the zone that no outlet cuts off.
import type { Scene } from '@fanfare/poster';
import { useRef } from 'preact/hooks';
import { boxesOf, type LayerBox } from './boxes.js';

interface EaselProps {
  scene: Scene;
  picture: string | undefined;
  alt: string;
  chosen: number | undefined;
  isSafeShown: boolean;
  onChoose(index: number): void;
  /** In design units. */
  onMove(index: number, x: number, y: number): void;
}

const ARROWS: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
const FAST = 10;

export function Easel({ scene, picture, alt, chosen, isSafeShown, onChoose, onMove }: EaselProps) {
  const frame = useRef<HTMLDivElement>(null);
  const held = useRef<{ index: number; x: number; y: number } | undefined>(undefined);
  const unitsPerPixel = () => scene.width / frame.current!.clientWidth;
  const percent = ({ x, y, width, height }: LayerBox) => ({
    left: `${(x / scene.width) * 100}%`,
    top: `${(y / scene.height) * 100}%`,
    width: `${(width / scene.width) * 100}%`,
    height: `${(height / scene.height) * 100}%`,
  });
  function drag(event: PointerEvent) {
    if (!held.current) return;
    const { index, x, y } = held.current;
    const scale = unitsPerPixel();
    const [right, down] = [(event.clientX - x) * scale, (event.clientY - y) * scale];
    if (Math.hypot(right, down) < 1) return;
    held.current = { index, x: event.clientX, y: event.clientY };
    onMove(index, right, down);
  }
  function press(event: KeyboardEvent, index: number) {
    const [x, y] = ARROWS[event.key] ?? [];
    if (x === undefined || y === undefined) return;
    event.preventDefault();
    const step = event.shiftKey ? FAST : 1;
    onMove(index, x * step, y * step);
  }
  return (
    <div class="easel" ref={frame} style={{ aspectRatio: `${scene.width} / ${scene.height}` }}>
      {picture && <img src={picture} alt={alt} />}
      {isSafeShown && <div class="safe" />}
      {boxesOf(scene).map((box) => (
        <button
          type="button"
          key={box.index}
          class="hold"
          aria-pressed={box.index === chosen}
          aria-label={box.name}
          title={box.name}
          style={percent(box)}
          onFocus={() => onChoose(box.index)}
          onKeyDown={(event) => press(event, box.index)}
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId);
            held.current = { index: box.index, x: event.clientX, y: event.clientY };
            onChoose(box.index);
          }}
          onPointerMove={drag}
          onPointerUp={() => {
            held.current = undefined;
          }}
        />
      ))}
    </div>
  );
}
