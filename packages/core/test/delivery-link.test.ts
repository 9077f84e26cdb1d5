import { describe, expect, it } from 'vitest';
import { carryLink } from '../src/index.js';
import { fakeActivity, fakeEnvironment } from '../src/testing/index.js';

async function arrive(address: string, environment = fakeEnvironment()) {
  environment.setAddress(address);
  const { activity } = fakeActivity({ environment });
  await environment.advance(10);
  await activity.ready;
  return activity;
}

describe('a link to another page', () => {
  it('carries the channel and the inviter with whom the visitor came; the rest of it stays', async () => {
    const activity = await arrive('https://host.example/?channel_id=moments&invite=FR1END23456789');
    expect(await carryLink(activity, 'https://live.example/01?room=2#chat')).toBe(
      'https://live.example/01?room=2&channel_id=moments&invite=FR1END23456789#chat',
    );
    expect(await carryLink(activity, '/next')).toBe(
      'https://host.example/next?channel_id=moments&invite=FR1END23456789',
    );
  });

  it('carries them still after a reload without them, and nothing for whoever came with nothing', async () => {
    const environment = fakeEnvironment();
    await arrive('https://host.example/?channel_id=moments&invite=FR1END23456789', environment);
    const later = await arrive('https://host.example/', environment);
    expect(await carryLink(later, 'https://live.example/')).toBe(
      'https://live.example/?channel_id=moments&invite=FR1END23456789',
    );
    expect(await carryLink(await arrive('https://host.example/'), 'https://live.example/')).toBe(
      'https://live.example/',
    );
  });
});
