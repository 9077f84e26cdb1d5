// Paints the scene whenever it rests; what is painted meanwhile is given up.
import { type Poster, type PosterData, renderPoster, type Scene } from '@fanfare/poster';
import { useEffect, useState } from 'preact/hooks';

export interface Painted {
  poster?: Poster | undefined;
  url?: string | undefined;
  problem?: string | undefined;
  isPainting: boolean;
}

const REST_MS = 250;

export function usePoster(scene: Scene | undefined, data: PosterData, locale: string): Painted {
  const [painted, setPainted] = useState<Painted>({ isPainting: true });
  useEffect(() => {
    if (!scene) return;
    const leaving = new AbortController();
    const paint = async () => {
      setPainted((before) => ({ ...before, isPainting: true }));
      try {
        const poster = await renderPoster(scene, data, { locale, signal: leaving.signal });
        if (!leaving.signal.aborted)
          setPainted({ poster, url: URL.createObjectURL(poster.blob), isPainting: false });
      } catch (error) {
        if (!leaving.signal.aborted)
          setPainted({ problem: error instanceof Error ? error.message : String(error), isPainting: false });
      }
    };
    const wait = setTimeout(() => void paint(), REST_MS);
    return () => {
      clearTimeout(wait);
      leaving.abort();
    };
  }, [scene, data, locale]);
  useEffect(() => () => URL.revokeObjectURL(painted.url ?? ''), [painted.url]);
  return painted;
}
