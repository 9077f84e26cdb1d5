import { describe, expect, it } from 'vitest';
import { readSettings } from '../src/node/settings.js';
import { tokensFrom } from '../src/node/token-command.js';

const URL = 'https://api.example.com';

describe('the command line', () => {
  it('reads levels, keys and counts', () => {
    const settings = readSettings(
      [URL, '--level', 'core,draw', '--admin-key', 'a', '--draws', '5000', '--dev-clock'],
      {
        FANFARE_HOST_KEY: 'h',
        FANFARE_SIGNING_JWK: '{"kty":"oct","k":"c2VjcmV0"}',
      },
    );
    expect(settings).toMatchObject({
      url: URL,
      named: ['core', 'draw'],
      options: {
        levels: ['core', 'draw'],
        adminKey: 'a',
        hostKey: 'h',
        draws: 5000,
        devClock: true,
        signingJwk: { kty: 'oct' },
      },
    });
    expect(settings!.options.stories!.length).toBeGreaterThan(20);
  });
  it.each([
    [['not an address'], /"url" expected the address of a backend/],
    [[URL, '--level', 'all'], /"level" expected one of core, draw/],
    [[URL, '--draws', '0'], /"draws" expected a whole number above 0, got "0"/],
    [[URL, '--signing-jwk', '{'], /"signing-jwk" expected a JWK/],
  ])('refuses %j in a sentence', (args, message) => {
    expect(() => readSettings(args, {})).toThrow(message);
  });
  it('knows when help is asked for', () => expect(readSettings(['--help'], {})).toBeNull());
});

describe('a token command', () => {
  it('is told the participant and prints the token', async () => {
    expect(await tokensFrom('echo "token-of-$FANFARE_SUB"')('ming')).toBe('token-of-ming');
  });
  it('that prints nothing is named', async () => {
    await expect(tokensFrom('true')('ming')).rejects.toThrow(/--token-command printed nothing/);
  });
});
