// In development, what an experienced operator would say of a scene. Production builds drop all of it.
import type { LintOptions } from './lint/lint.js';
import type { Scene } from './scene/scene.js';

// Bundlers write the value in; a page without one has no such name.
declare const process: { env: { NODE_ENV?: string } };

/** What was said already: scenes are painted again with every change of the data, and parsed anew from attributes. */
const said = new Set<string>();

/**
 * Warns of a scene in the console, once, where the page is built for development; elsewhere nothing is loaded.
 *
 * @param id What the gallery calls the scene.
 */
export async function advise(id: string, scene: Scene, options: LintOptions): Promise<void> {
  try {
    if (process.env.NODE_ENV === 'development') {
      const { lintScene } = await import('./lint/lint.js');
      for (const { code, message } of lintScene(scene, options)) {
        const text = `[fanfare/poster] ${id}: ${message} (${code})`;
        if (!said.has(text)) console.warn(text);
        said.add(text);
      }
    }
  } catch {
    // No bundler, or no network: advice is not worth an error.
  }
}
