// One job of the queue: paints, keeps the file, and tells how it went.
import type { Emit } from '@fanfare/core';
import type { PosterConfig } from './poster.config.js';
import type { posterFacts } from './poster.facts.js';
import type { Job } from './poster.queue.js';
import type { PosterEvent } from './poster.state.js';
import type { Tools } from './poster.tools.js';
import { troubleOf } from './poster.trouble.js';
import { fitScene } from './scene/fit-scene.js';
import { sizes } from './scene/sizes.js';

interface Surroundings {
  config: PosterConfig;
  tools: Tools;
  emit: Emit<typeof posterFacts>;
  dispatch(event: PosterEvent): void;
  locale(): string;
}

export interface Make {
  run(job: Job, signal: AbortSignal): Promise<void>;
  /** The finished file of a scene. */
  fileOf(id: string): File | undefined;
  destroy(): void;
}

export function createMake({ config, tools, emit, dispatch, locale }: Surroundings): Make {
  const made = new Map<string, { url: string; file: File }>();
  const { size, type, maxBytes, proxy, worker } = config;
  let isOver = false;

  const forget = (id: string) => {
    const old = made.get(id);
    if (old) tools.release(old.url);
  };

  return {
    async run({ id, scene, data }, signal) {
      dispatch({ type: 'started', id });
      try {
        const { blob, alt, width, height, warnings } = await tools.render(scene, data, {
          locale: locale(),
          size,
          type: `image/${type}`,
          // A PNG has no quality that could be lowered.
          ...(type !== 'png' && { maxBytes }),
          signal,
          ...(proxy && { proxy }),
          ...(worker && { worker }),
          onProgress: (stage, done) => signal.aborted || dispatch({ type: 'staged', id, stage, done }),
        });
        const url = await tools.open(blob);
        if (signal.aborted || isOver) return tools.release(url);
        for (const { code, message } of warnings)
          console.warn(`[fanfare/poster] ${id}: ${message} (${code})`);
        if (typeof scene !== 'string') {
          const fitted = fitScene(scene, sizes[size]);
          void tools.advise(id, fitted, { pixelRatio: width / fitted.width, bytes: blob.size });
        }
        const file = new File([blob], `${id}.${blob.type.replace(/^image\//, '').replace('jpeg', 'jpg')}`, {
          type: blob.type,
        });
        forget(id);
        made.set(id, { url, file });
        dispatch({ type: 'made', id, picture: { url, alt, width, height }, canShare: tools.canShare(file) });
        emit('rendered', { scene: id, bytes: blob.size });
      } catch (error) {
        if (signal.aborted || isOver) return;
        const trouble = troubleOf(error);
        console.error(trouble.message);
        dispatch({ type: 'failed', id, trouble });
        emit('failed', { scene: id, code: trouble.code, layer: trouble.layer });
      }
    },
    fileOf: (id) => made.get(id)?.file,
    destroy() {
      isOver = true;
      for (const id of made.keys()) forget(id);
      made.clear();
    },
  };
}
