// The poster without its looks: what it paints for whom, when, and what becomes of it.
import { FanfareError } from '@fanfare/core';
import { fakeEnvironment } from '@fanfare/core/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { chosenCard } from '../src/poster.state.js';
import { CODE, fakeTools, invite, LINK, openPoster, posterOf } from './poster.sample.js';

const named = {
  participant: { id: 'lin', kind: 'member', name: '林小满' },
  sections: { invite: invite() },
} as const;
const asLin = {
  handlers: {
    'guest.create': () => ({ token: 't', linked: false, me: named }),
    'participant.get': () => named,
  },
} as never;
const alone = { activity: null, config: { data: { link: LINK, title: 'Party', nickname: 'Ann' } } } as const;

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  vi.spyOn(console, 'warn').mockImplementation(() => {});
});
afterEach(() => vi.restoreAllMocks());

describe('in an activity', () => {
  it("puts the participant's own invite link with the channel into the code", async () => {
    const page = await openPoster({ config: { channel: 'group' } });
    expect(page.painted).toMatchObject({ link: LINK, title: 'Test activity', channel: 'group' });
    expect(page.now.link).toBe(LINK);
    expect(new URL(page.now.link!).searchParams.get('invite')).toBe(CODE);
  });

  it('leads to the landing page where there are no invites', async () => {
    const page = await openPoster({ page: { sections: {} } });
    expect(page.painted.link).toBe('https://host.example/');
  });

  it('waits for the participant instead of giving a link away that is not theirs', async () => {
    const page = await openPoster({
      isReady: false,
      page: { handlers: { 'guest.create': () => new Promise(() => {}) as never } },
    });
    expect(page.tools.render).not.toHaveBeenCalled();
    expect(page.now.phase).toBe('waiting');
  });

  it('gets the painter ready while answers are awaited, and only then', async () => {
    const waiting = await openPoster({
      isReady: false,
      config: { type: 'png' },
      page: { handlers: { 'guest.create': () => new Promise(() => {}) as never } },
    });
    expect(waiting.tools.prepare).toHaveBeenCalledWith(expect.objectContaining({ type: 'image/png' }));
    expect((await openPoster(alone)).tools.prepare).not.toHaveBeenCalled();
  });

  it('takes nickname and avatar from the participant and asks for nothing', async () => {
    const page = await openPoster({ page: asLin });
    expect(page.painted.nickname).toBe('林小满');
    expect(page.now.phase).toBe('ready');
  });

  it('counts the days to the start in the zone of the activity', async () => {
    // 20:00 in Shanghai; three midnights lie between.
    const page = await openPoster({
      page: {
        sections: { invite: invite() },
        definition: {
          schedule: { start_at: '2027-01-03T00:30:00+08:00', end_at: '2027-01-09T00:00:00+08:00' },
        },
      },
    });
    expect(page.painted.day).toBe(3);
    expect(page.now.cards[0]!.id).toBe('countdown');
    await page.environment.advance(5 * 3_600_000);
    expect(page.painted.day).toBe(2);
  });

  it('offers a recap to those who have done something', async () => {
    const page = await openPoster({
      page: {
        sections: { invite: invite({ valid: 2 }), chances: { revision: 1, left: 0, used: 3, granted: 3 } },
      },
    });
    expect(page.now.cards.map(({ id }) => id)).toEqual(['festive', 'minimal', 'dark', 'recap']);
    page.actions.choose('recap');
    await page.settle();
    expect(page.painted).toMatchObject({ draws: 3, friends: 2 });
  });

  it('lets the host say it better', async () => {
    const page = await openPoster({ config: { data: { title: 'Gala', benefit: 'Free tea' } } });
    expect(page.painted).toMatchObject({
      title: 'Gala',
      benefit: 'Free tea',
      link: expect.stringContaining(CODE),
    });
  });
});

describe('what a person is asked', () => {
  it('is the nickname that a scene shows, and the poster follows while one types', async () => {
    const page = await openPoster();
    expect(page.now.phase).toBe('asking');
    expect(chosenCard(page.now)!.asks).toEqual(['nickname', 'avatar']);
    page.actions.preview({ nickname: 'A' });
    page.actions.preview({ nickname: 'Ann' });
    await page.environment.advance(600);
    expect(page.painted.nickname).toBe('Ann');
    expect(page.tools.render.mock.calls.some(([, data]) => data?.nickname === 'A')).toBe(false);
    page.actions.answer({ nickname: 'Ann Lee' });
    await page.settle();
    expect(page.now.phase).toBe('ready');
    expect(page.painted.nickname).toBe('Ann Lee');
  });

  it('may stay unanswered', async () => {
    const page = await openPoster();
    page.actions.answer();
    await page.settle();
    expect(page.now.phase).toBe('ready');
    expect(page.painted.nickname).toBeUndefined();
  });

  it('is nothing where no scene shows it, or the host wants no questions', async () => {
    const plain = { width: 400, height: 600, layers: [{ type: 'qr', text: '{link}', size: 200 }] } as const;
    expect((await openPoster({ config: { scene: plain as never } })).now.phase).toBe('ready');
    expect((await openPoster({ config: { ask: false } })).now.phase).toBe('ready');
  });

  it('is remembered for the next visit', async () => {
    const first = await openPoster();
    first.actions.answer({ nickname: 'Ann' });
    await first.settle();
    const again = await openPoster({
      page: { environment: first.environment, sections: { invite: invite() } },
    });
    await again.settle();
    expect(again.now.phase).toBe('ready');
    expect(again.painted.nickname).toBe('Ann');
  });

  it('is asked and used where the phone stores nothing', async () => {
    const environment = fakeEnvironment();
    const broken = (key: string) =>
      key.startsWith('poster') ? Promise.reject(new Error('SecurityError')) : Promise.resolve(undefined);
    environment.storage = { ...environment.storage, get: broken, set: broken };
    const unhandled = vi.fn();
    process.on('unhandledRejection', unhandled);
    const page = await openPoster({ page: { environment, sections: { invite: invite() } } });
    page.actions.answer({ nickname: 'Ann' });
    await page.settle();
    expect(page.now.phase).toBe('ready');
    expect(page.painted.nickname).toBe('Ann');
    process.off('unhandledRejection', unhandled);
    expect(unhandled).not.toHaveBeenCalled();
  });
});

describe('alone', () => {
  it('paints the given data', async () => {
    const page = await openPoster(alone);
    expect(page.painted).toEqual(alone.config.data);
    expect(page.now).toMatchObject({ phase: 'ready', link: LINK });
  });

  it('is empty without a link: the ready scenes would lead to an example', async () => {
    const page = await openPoster({ activity: null });
    expect(page.now.phase).toBe('empty');
    expect(page.tools.render).not.toHaveBeenCalled();
  });

  it('shows a scene of the host', async () => {
    const scene = { name: 'Mine', width: 400, height: 600, layers: [] };
    const page = await openPoster({ activity: null, config: { scene } });
    expect(page.tools.render.mock.lastCall![0]).toEqual(scene);
    expect(page.now.cards).toMatchObject([{ id: 'own-1', name: 'Mine' }]);
  });

  it('refuses what is no scene', async () => {
    await expect(openPoster({ config: { scene: 'fancy' as never } })).rejects.toThrow(
      '"scene" expected one of festive, minimal, dark, endorsement, countdown, recap, or a scene: { width, height, layers }, got "fancy".',
    );
    const cyclic: Record<string, unknown> = { layers: [] };
    cyclic.self = cyclic;
    await expect(openPoster({ config: { scene: cyclic as never } })).rejects.toThrow('"scene"');
    await expect(openPoster({ config: { data: cyclic } })).rejects.toThrow('"data" expected an object');
  });
});

describe('painting', () => {
  it('happens for the scene in front and its neighbours, one after another', async () => {
    const page = await openPoster({ page: asLin });
    expect(page.tools.render).toHaveBeenCalledTimes(2);
    page.actions.choose('minimal');
    await page.settle();
    expect(page.tools.render).toHaveBeenCalledTimes(3);
    expect(page.now.cards.map(({ work }) => work.phase)).toEqual(['ready', 'ready', 'ready']);
    page.actions.choose('festive');
    await page.settle();
    expect(page.tools.render).toHaveBeenCalledTimes(3);
  });

  it('gives up what is no longer wanted when data change, and lets the old file go', async () => {
    const signals: AbortSignal[] = [];
    const render = vi.fn(
      (_: unknown, data: { nickname?: string }, { signal }: { signal: AbortSignal }) =>
        new Promise<ReturnType<typeof posterOf>>((resolve, reject) => {
          signals.push(signal);
          signal.addEventListener('abort', () => reject(signal.reason));
          if (data.nickname === 'Bo') resolve(posterOf('Bo'));
        }),
    );
    const page = await openPoster({ tools: { render: render as never } });
    expect(page.now.phase).toBe('asking');
    page.actions.answer({ nickname: 'Bo' });
    await page.settle();
    expect(signals[0]!.aborted).toBe(true);
    expect(page.now.phase).toBe('ready');
    expect(page.facts.filter(([name]) => name === 'failed')).toEqual([]);
    page.actions.answer({ nickname: 'Cy' });
    await page.settle();
    expect(page.now.phase).toBe('rendering');
    expect(chosenCard(page.now)!.last!.alt).toBe('Bo');
  });

  it('stops when the widget goes', async () => {
    let given: AbortSignal | undefined;
    const render = ((_: unknown, __: unknown, { signal }: { signal: AbortSignal }) => {
      given = signal;
      return new Promise(() => {});
    }) as never;
    const page = await openPoster({ tools: { render } });
    page.destroy();
    await page.settle();
    expect(given!.aborted).toBe(true);
  });

  it('lets every address go with the widget', async () => {
    const page = await openPoster(alone);
    page.destroy();
    await page.settle();
    expect(page.tools.release.mock.calls.map(([url]) => url)).toEqual(['blob:1', 'blob:2']);
  });

  it('tells the stages and the result', async () => {
    let finish = () => {};
    const render = ((_: unknown, __: unknown, { onProgress }: { onProgress(s: string, d: number): void }) => {
      onProgress('check', 0.8);
      return new Promise((resolve) => {
        finish = () => resolve(posterOf('x'));
      });
    }) as never;
    const page = await openPoster({ ...alone, tools: { render } });
    expect(chosenCard(page.now)!.work).toEqual({ phase: 'rendering', stage: 'check', done: 0.8 });
    finish();
    await page.settle();
    expect(page.now.phase).toBe('ready');
    expect(page.facts).toEqual([['rendered', { scene: 'festive', bytes: 1 }]]);
  });

  it('becomes words, a fact with the layer, and a way on when it fails', async () => {
    const render = vi.fn(async () => posterOf('x'));
    render.mockRejectedValueOnce(
      new FanfareError('poster', 'picture_failed', 'Layer "hero": /gone.png could not be used.'),
    );
    const page = await openPoster({
      ...alone,
      config: { ...alone.config, scene: 'festive' },
      tools: { render },
    });
    expect(page.now.phase).toBe('failed');
    expect(page.facts).toEqual([
      ['failed', { scene: 'festive', code: 'picture_failed', layer: 'Layer "hero"' }],
    ]);
    expect(console.error).toHaveBeenCalledWith(expect.stringContaining('Layer "hero"'));
    page.actions.retry();
    await page.settle();
    expect(page.now.phase).toBe('ready');
  });
});

describe('handing over', () => {
  it('saves the file under a name of its kind', async () => {
    const page = await openPoster(alone);
    page.actions.save();
    await page.settle();
    expect(page.tools.save).toHaveBeenCalledWith('blob:1', 'festive.jpg');
    expect(page.facts).toContainEqual(['saved', { scene: 'festive', via: 'download' }]);
    expect(page.now.notice).toBe('saved');
  });

  it('shares the file', async () => {
    const page = await openPoster(alone);
    page.actions.share();
    await page.settle();
    expect(page.tools.share.mock.lastCall![0]).toMatchObject({ name: 'festive.jpg', type: 'image/jpeg' });
    expect(page.facts).toContainEqual(['shared', { scene: 'festive' }]);
  });

  it('says how else when sharing throws, and nothing when it was closed', async () => {
    const share = vi.fn(async () => {});
    const page = await openPoster({ ...alone, tools: { share } });
    share.mockRejectedValueOnce(new DOMException('closed', 'AbortError'));
    page.actions.share();
    await page.settle();
    expect([page.now.notice, page.now.help]).toEqual([undefined, undefined]);
    share.mockRejectedValueOnce(new DOMException('no', 'NotAllowedError'));
    page.actions.share();
    await page.settle();
    expect(page.now).toMatchObject({ notice: 'shareFailed', help: { kind: 'guide' } });
    expect(page.facts.filter(([name]) => name === 'shared')).toEqual([]);
    page.actions.close();
    await page.settle();
    expect(page.now.help).toBeUndefined();
  });

  it('guides instead of downloading in WeChat', async () => {
    const page = await openPoster({ ...alone, tools: { isWechat: true, canShare: () => false } });
    page.actions.save();
    await page.settle();
    expect(page.tools.save).not.toHaveBeenCalled();
    expect(page.now.help).toEqual({ kind: 'guide' });
  });

  it('copies the link and the words, those of the host filled in', async () => {
    const page = await openPoster({
      ...alone,
      config: { data: alone.config.data, copies: ['Hi', '{title} with {nickname}: {link} {nothing}'] },
    });
    page.actions.copyLink();
    page.actions.copyText(1);
    await page.settle();
    expect(page.tools.copy.mock.calls).toEqual([[LINK], [`Party with Ann: ${LINK} `]]);
    expect(page.facts.filter(([name]) => name === 'copied')).toEqual([
      ['copied', { scene: 'festive', what: 'link' }],
      ['copied', { scene: 'festive', what: 'text' }],
    ]);
  });

  it.each([async () => false, () => Promise.reject(new Error('no'))])(
    'shows the text to copy by hand where the clipboard refuses',
    async (copy) => {
      const page = await openPoster({ ...alone, tools: { copy } });
      page.actions.copyLink();
      await page.settle();
      expect(page.now.help).toEqual({ kind: 'copy', text: LINK });
      expect(page.facts.some(([name]) => name === 'copied')).toBe(false);
    },
  );

  it('spreads no javascript: link', async () => {
    const page = await openPoster({
      ...alone,
      config: { data: { ...alone.config.data, link: 'javascript:alert(1)' } },
    });
    expect(page.now.link).toBeUndefined();
    expect(page.now.texts.join()).not.toContain('javascript');
    page.actions.copyLink();
    await page.settle();
    expect(page.tools.copy).not.toHaveBeenCalled();
  });
});

it('loads and paints nothing before it is woken', async () => {
  const { createPoster } = await import('../src/index.js');
  const tools = fakeTools();
  const poster = createPoster({ data: { link: LINK } }, null, { tools });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(poster.state.value.phase).toBe('asleep');
  expect(tools.render).not.toHaveBeenCalled();
});
