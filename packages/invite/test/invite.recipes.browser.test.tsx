// The recipes of the README, which has them word for word.
import { afterEach, describe, expect, it } from 'vitest';
import readme from '../README.md?raw';
import { activityOf, closeAll, show, until } from './invite.page';
import { backend, mine, refusal } from './invite.sample';
import { challengeIn, messengerCard } from './recipes';
import recipes from './recipes.ts?raw';

const address = location.href;
afterEach(() => {
  closeAll();
  history.replaceState(null, '', address);
});

it('stand in the README as they are tried here', () => {
  for (const recipe of recipes.split(/\n\n(?=\/\*\*)/).slice(1)) expect(readme).toContain(recipe.trim());
});

describe('the messenger’s card', () => {
  it('is filled with my link after the page was signed as it stands, with my code in it', async () => {
    const calls: [string, unknown][] = [];
    const asked: string[] = [];
    const note = (name: string) => (value: unknown) => void calls.push([name, value]);
    const wx = {
      config: note('config'),
      ready: (done: () => void) => done(),
      updateAppMessageShareData: note('friend'),
      updateTimelineShareData: note('moments'),
    };
    const activity = activityOf({
      handlers: {
        'wechat.sign': ({ query }) => {
          asked.push(query.url!);
          return { app_id: 'wx1', timestamp: 1, nonce: 'n', signature: 's' };
        },
      },
    });
    await show({ activity, address: true, shareText: 'Come', share: messengerCard(activity, wx) });
    await until(() => calls.length >= 3);
    expect(calls.slice(0, 3)).toEqual([
      ['config', expect.objectContaining({ appId: 'wx1', timestamp: 1, nonceStr: 'n', signature: 's' })],
      ['friend', { title: 'Test activity', desc: 'Come', link: mine.url, imgUrl: '' }],
      ['moments', { title: 'Test activity', link: mine.url, imgUrl: '' }],
    ]);
    expect(asked).toHaveLength(1);
    expect(new URL(asked[0]!).searchParams.get('invite')).toBe(mine.code);
  });
});

describe('a challenge', () => {
  async function claim(act: (box: HTMLElement, dialog: HTMLDialogElement) => void) {
    const server = backend();
    const dialog = document.body.appendChild(document.createElement('dialog'));
    const activity = activityOf({
      handlers: {
        'tier.claim': (call) =>
          call.solution === 'good' ? server.claim(call) : Promise.reject(refusal('challenge_required')),
      },
    });
    const page = await show({
      activity,
      challenge: challengeIn(dialog, (box, solved) => {
        const button = box.appendChild(document.createElement('button'));
        button.onclick = () => solved('good');
      }),
    });
    page.button('Open')!.click();
    const box = await until(() => dialog.open && dialog.querySelector('div'));
    act(box, dialog);
    return { page, dialog, server };
  }

  it('that is solved lets the tap through', async () => {
    const { page, dialog, server } = await claim((box) => box.querySelector('button')!.click());
    await until(() => page.root.querySelector('dialog'));
    expect([dialog.open, dialog.childElementCount, server.effects]).toEqual([false, 0, 1]);
  });

  it('that is closed says what is missing', async () => {
    const { page, server } = await claim((_, dialog) => dialog.close());
    await until(() => page.words().includes('Please pass the security check first'));
    expect(server.effects).toBe(0);
  });
});
