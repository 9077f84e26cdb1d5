import type { Scene } from '../scene/scene.js';
export const dark: Scene = { width: 750, height: 1334, layers: [] };
