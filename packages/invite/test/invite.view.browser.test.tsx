import type { Reward } from '@fanfare/protocol';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { activityOf, closeAll, show, until } from './invite.page';
import { backend, FRIEND_CODE, mine, refusal, reward, sectionsOf } from './invite.sample';

const address = location.href;
afterEach(() => {
  closeAll();
  history.replaceState(null, '', address);
});

describe('on the page', () => {
  it('shows how far each tier is, and each friend with a state and why', async () => {
    const page = await show();
    const [first, second] = page.root.querySelectorAll('[role="progressbar"]');
    expect(first?.getAttribute('aria-valuenow')).toBe('1');
    expect(second?.getAttribute('aria-valuetext')).toBe('1 of 3 friends');
    expect(page.root.querySelectorAll('.slot.valid')).toHaveLength(1);
    expect(page.root.querySelectorAll('.slot.waiting')).toHaveLength(2);
    const rows = [...page.root.querySelectorAll('[part="friends"] li')].map(({ textContent }) => textContent);
    expect(rows).toContain('LeeJoined · waiting for their first task');
    expect(rows).toContain('赵敏Not counted · has taken part before');
    expect(rows).toContain('A friendPending · being looked at by our team');
  });

  it('tells the rules where somebody wants to read them, and none in WeChat, where they would name rewards', async () => {
    const page = await show();
    const rules = page.root.querySelector<HTMLDetailsElement>('[part="rules"]')!;
    expect(rules.open).toBe(false);
    rules.querySelector('summary')!.click();
    expect([...rules.querySelectorAll('p')].map(({ textContent }) => textContent)).toEqual([
      'Everybody has one inviter',
      'Nobody invites back',
    ]);
    const modest = await show({ place: 'wechat' });
    expect(modest.root.querySelector('[part="rules"]')).toBeNull();
  });

  it('opens an envelope once, with amount and receipt, and keeps the amount in the tier', async () => {
    const page = await show();
    page.button('Open')!.click();
    const dialog = await until(() => page.root.querySelector('dialog'));
    expect(dialog.textContent).toContain('¥8.88');
    expect(dialog.textContent).toContain('ABCD-EFGH');
    await userEvent.keyboard('{Escape}');
    await until(() => !page.root.querySelector('dialog'));
    expect(page.root.querySelector('.tier.claimed .badge')?.textContent).toBe('¥8.88');
    expect(page.button('Open')).toBeUndefined();
  });

  it('says kindly that the last one has gone, and what to do instead', async () => {
    const server = backend(0);
    const page = await show({ activity: activityOf({ handlers: { 'tier.claim': server.claim } }) });
    page.button('Open')!.click();
    const notice = await until(() => page.root.querySelector('.notice'));
    expect(notice.textContent).toContain('So close: the last one has just gone.');
    expect(page.root.querySelector('dialog')).toBeNull();
  });

  it('says that there was no answer, and sends the same again', async () => {
    const server = backend();
    let isDown = true;
    const activity = activityOf({
      handlers: {
        'tier.claim': (call) => (isDown ? Promise.reject(refusal('bad_answer')) : server.claim(call)),
      },
    });
    const page = await show({ activity });
    page.button('Open')!.click();
    await until(() => page.words().includes('No answer yet'));
    isDown = false;
    page.button('Try again')!.click();
    await until(() => page.root.querySelector('dialog'));
    expect(server.effects).toBe(1);
  });

  it('renders 200 friends a few at first, all on demand', async () => {
    const friends = Array.from({ length: 200 }, (_, at) => ({ ...mine.friends[2]!, id: `f${at}` }));
    const page = await show({ activity: activityOf({ sections: sectionsOf({ friends, valid: 200 }) }) });
    expect(page.root.querySelectorAll('[part="friends"] li')).toHaveLength(6);
    page.button('Show all 200')!.click();
    await until(() => page.root.querySelectorAll('[part="friends"] li').length === 200);
  });
});

describe('sharing', () => {
  it('puts my own code into the address before the guide is shown, without a step in the history', async () => {
    history.replaceState(null, '', `${address.split('?')[0]}?channel_id=tv#top`);
    const steps = history.length;
    const page = await show({ address: true, place: 'wechat' });
    page.button('Invite friends')!.click();
    await until(() => page.root.querySelector('.corner'));
    const url = new URL(location.href);
    expect(url.searchParams.get('invite')).toBe(mine.code);
    expect(url.searchParams.get('channel_id')).toBe('tv');
    expect(url.hash).toBe('#top');
    expect(history.length).toBe(steps);
  });

  it('copies a passphrase from which the code is found again, or shows it where copying is forbidden', async () => {
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('denied'));
    const page = await show({ place: 'browser' });
    page.button('Invite friends')!.click();
    await until(() => page.button('Copy passphrase'));
    page.button('Copy passphrase')!.click();
    const area = await until(() => page.root.querySelector('textarea'));
    expect(area.value).toContain(`#${mine.code}#`);
    write.mockResolvedValue();
    page.button('Copy link')!.click();
    await until(() => page.button('Copied'));
    expect(write).toHaveBeenLastCalledWith(mine.url);
    write.mockRestore();
  });

  it('hands title, text and my link to the device’s own sharing, and goes on when nothing is chosen there', async () => {
    const share = vi.fn<(data: ShareData) => Promise<void>>().mockRejectedValue(new Error('aborted'));
    Object.assign(navigator, { share });
    try {
      const page = await show({ place: 'browser', shareText: 'Come' });
      page.button('Invite friends')!.click();
      await until(() => page.button('Send to a friend'));
      page.button('Send to a friend')!.click();
      await until(() => share.mock.calls.length === 1);
      expect(share.mock.calls[0]).toEqual([{ title: 'Test activity', text: 'Come', url: mine.url }]);
      expect(page.button('Copy link')).toBeDefined();
      const wechat = await show({ place: 'wechat' });
      wechat.button('Invite friends')!.click();
      await until(() => wechat.root.querySelector('.corner'));
      expect(wechat.button('Send to a friend')).toBeUndefined();
    } finally {
      Reflect.deleteProperty(navigator, 'share');
    }
  });

  it('in WeChat shows no reward, unless the host insists', async () => {
    const sections = sectionsOf({}, [reward]);
    const modest = await show({ place: 'wechat', activity: activityOf({ sections }) });
    expect(modest.root.querySelector('.tiers')).toBeNull();
    expect(modest.words()).not.toMatch(/envelope|cup|phone/);
    const bold = await show({ place: 'wechat', showRewards: true, activity: activityOf({ sections }) });
    expect(bold.words()).toMatch(/A red envelope/);
  });
});

describe('tasks', () => {
  it('can be done while inviting is on, and are only told otherwise', async () => {
    const page = await show();
    await until(() => page.root.querySelector('[part="tasks"]'));
    expect(page.button('Upload another')).toBeDefined();
    const over = { start_at: '2026-01-01T00:00:00Z', end_at: '2026-01-02T00:00:00Z' };
    const ended = await show({ activity: activityOf({ definition: { schedule: over } }) });
    const tasks = await until(() => ended.root.querySelector('[part="tasks"]'));
    expect(tasks.textContent).toContain('Turned down: Too dark');
    expect(tasks.querySelectorAll('button, a')).toHaveLength(0);
  });
});

describe('a friend', () => {
  it('sees who invites, accepts with one tap and is welcome', async () => {
    const activity = activityOf({ address: `https://host.example/?invite=${FRIEND_CODE}` });
    const page = await show({ activity });
    await until(() => page.words().includes('李雷 invites you to join'));
    page.button('Accept')!.click();
    await until(() => page.words().includes('You are in. Welcome!'));
    expect(page.button('Accept')).toBeUndefined();
  });
});

describe('rewards', () => {
  it('say how they are, until when, by which code and where they travel, whatever they come from', async () => {
    const items: Reward[] = [
      { ...reward, id: 'a', state: 'pending' },
      { ...reward, id: 'b', state: 'claimed', shipping: 'SF 123' },
      { ...reward, id: 'c', state: 'fulfilled', kind: 'coupon', code: 'CODE-1', source: 'draw' },
      { ...reward, id: 'd', state: 'expired', source: 'shop' },
    ];
    const page = await show({ activity: activityOf({ sections: sectionsOf({}, items) }) });
    const rows = await until(
      () =>
        page.root.querySelectorAll('[part="rewards"] li').length === 4 && [
          ...page.root.querySelectorAll('[part="rewards"] li'),
        ],
    );
    const [pending, claimed, fulfilled, expired] = rows.map(({ textContent }) => textContent);
    // Midnight in the activity's zone.
    expect(pending).toMatch(/To claim · Claim by 1\/8, (24|00):00.*ABCD-EFGH.*Fill in the details/);
    expect(claimed).toMatch(/Claimed, on its way.*SF 123/);
    expect(fulfilled).toMatch(/Delivered.*CODE-1/);
    expect(expired).toContain('Expired');
    expect(rows.map((row) => row.querySelectorAll('button').length)).toEqual([1, 0, 0, 0]);
  });
});

describe('a form', () => {
  it('names the wrong fields, leads to the first, and sends when all are right', async () => {
    const page = await show({ activity: activityOf({ sections: sectionsOf({}, [reward]) }) });
    page.button('Fill in the details')!.click();
    const form = await until(() => page.root.querySelector('form'));
    const field = (name: string) => form.querySelector<HTMLInputElement>(`[name="${name}"]`)!;
    field('name').value = 'A';
    field('phone').value = 'call me';
    page.button('Send')!.click();
    await until(() => form.querySelector('.wrong'));
    expect([...form.querySelectorAll('.wrong')].map(({ textContent }) => textContent)).toEqual([
      'Please check: Phone',
      'Please fill in: Region',
      'Please fill in: Street and number',
    ]);
    expect(page.root.activeElement).toBe(field('phone'));
    field('phone').value = '13800000000';
    field('region').value = 'Beijing';
    field('street').value = 'Street 1';
    page.button('Send')!.click();
    await until(() => page.words().includes('Claimed, on its way'));
  });
});
