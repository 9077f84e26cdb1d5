// What the widget's tests share: an activity with an invite link, and tools that paint without a canvas.
import { type Activity, parseConfig } from '@fanfare/core';
import { type FakeActivityOptions, fakeActivity } from '@fanfare/core/testing';
import { vi } from 'vitest';
import {
  loadScene,
  type Poster,
  type PosterOptions,
  type Scene,
  type SceneName,
  sceneNames,
} from '../src/index.js';
import { posterConfig } from '../src/poster.config.js';
import { createPoster } from '../src/poster.controller.js';
// Loaded here, so that in the tests its lazy import takes no time.
import '../src/poster.engine.js';
import type { Tools } from '../src/poster.tools.js';

const scenes = new Map<SceneName, Scene>();
for (const name of sceneNames) scenes.set(name, await loadScene(name));

export const CODE = '8f3kz0q2x7';
export const INVITE_URL = `https://host.example/new-year?invite=${CODE}`;
export const LINK = `${INVITE_URL}&channel_id=group`;

export const invite = (rest: object = {}) => ({
  revision: 1,
  code: CODE,
  url: INVITE_URL,
  valid: 0,
  friends: [],
  tiers: [],
  tasks: [],
  ...rest,
});

export const posterOf = (text: string): Poster => ({
  blob: new Blob([text], { type: 'image/jpeg' }),
  width: 1080,
  height: 1920,
  qr: [],
  warnings: [],
  alt: text,
});

/** Paints what it is told at once; everything else works and is remembered. */
export function fakeTools(rest: Partial<Tools> = {}) {
  let opened = 0;
  const tools = {
    prepare: vi.fn<Tools['prepare']>(async () => {}),
    render: vi.fn<Tools['render']>(async (_, data) => posterOf(String(data?.link))),
    advise: vi.fn<Tools['advise']>(async () => {}),
    loadScene: async (name: SceneName) => scenes.get(name)!,
    isWechat: false,
    isPhone: false,
    open: vi.fn<Tools['open']>(async () => `blob:${++opened}`),
    release: vi.fn<Tools['release']>(),
    canShare: vi.fn<Tools['canShare']>(() => true),
    share: vi.fn<Tools['share']>(async () => {}),
    save: vi.fn<Tools['save']>(),
    copy: vi.fn<Tools['copy']>(async () => true),
  };
  return Object.assign(tools, rest) as typeof tools;
}

export interface Opened {
  config?: PosterOptions;
  tools?: Partial<Tools>;
  page?: FakeActivityOptions;
  /** `null` for a poster that stands alone. */
  activity?: Activity | null;
  /** Whether the activity is waited for. @default true */
  isReady?: boolean;
}

/** A page with a poster on it, seen and awake. */
export async function openPoster({
  config = {},
  tools: given,
  page: options,
  activity,
  isReady = true,
}: Opened = {}) {
  const page = fakeActivity({ sections: { invite: invite() }, ...options });
  await page.environment.advance(0);
  if (isReady) await page.activity.ready;
  const tools = fakeTools(given);
  const facts: [string, unknown][] = [];
  const controller = createPoster(
    parseConfig('poster', posterConfig, config),
    activity === undefined ? page.activity : activity,
    { emit: (fact, detail) => facts.push([fact, detail]), environment: page.environment, tools },
  );
  const settle = () => page.environment.advance(0);
  controller.actions.wake('en');
  await settle();
  return {
    ...page,
    ...controller,
    tools,
    facts,
    settle,
    get now() {
      return controller.state.value;
    },
    /** The data of the last poster that was painted. */
    get painted() {
      return tools.render.mock.lastCall?.[1] as Record<string, unknown>;
    },
  };
}
