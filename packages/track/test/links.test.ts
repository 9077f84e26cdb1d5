import { describe, expect, it } from 'vitest';
import { createChannelLinks, inspectLinks } from '../src/links/index.js';
import { distance, skeleton } from '../src/links/similar.js';

describe('delivery links', () => {
  it('have the standard form, and a QR code that is made when it is asked for', async () => {
    const links = createChannelLinks(
      'https://a.example/new-year?from=x#top',
      ['wechat', { id: 'app', name: 'App' }],
      {
        invite: 'C0DE',
      },
    );
    expect(links.map(({ channel, name, url }) => [channel, name, url])).toEqual([
      ['wechat', 'wechat', 'https://a.example/new-year?from=x&channel_id=wechat&invite=C0DE#top'],
      ['app', 'App', 'https://a.example/new-year?from=x&channel_id=app&invite=C0DE#top'],
    ]);
    expect((await links[0]!.qr()).size).toBeGreaterThan(20);
  });

  it.each([
    ['no page', 'javascript:alert(1)', ['a']],
    ['no address', 'nowhere', ['a']],
    ['an id with a space', 'https://a.example', ['a b']],
    ['an id named twice', 'https://a.example', ['a', 'A']],
  ])('are refused for %s', (_, base, channels) => {
    expect(() => createChannelLinks(base, channels)).toThrow(/\[fanfare\/track\] /);
  });
});

describe('inspection', () => {
  const known = ['official-account', 'moments', 'app-banner', 'email'];
  const at = (channel: string) => `https://a.example/?channel_id=${encodeURIComponent(channel)}`;
  const found = (list: string[]) =>
    inspectLinks(list, known).map(({ index, problem, suggestion }) => [index, problem, suggestion]);

  it('passes what is right', () => expect(found(known.map(at))).toEqual([]));

  it.each([
    ['missing', ['https://a.example/'], [[0, 'missing', undefined]]],
    ['in the hash', ['https://a.example/#/?channel_id=email'], [[0, 'missing', 'email']]],
    ['malformed', ['a.example/?channel_id=email'], [[0, 'malformed', undefined]]],
    ['duplicate', [at('email'), at('moments'), at('email')], [[2, 'duplicate', undefined]]],
    ['twice in one', [`${at('email')}&channel_id=moments`], [[0, 'duplicate', undefined]]],
    ['misspelt', [at('offical-account')], [[0, 'misspelt', 'official-account']]],
    ['swapped letters', [at('emial')], [[0, 'misspelt', 'email']]],
    ['another case', [at('Email')], [[0, 'lookalike', 'email']]],
    ['a Cyrillic letter', [at('еmail')], [[0, 'lookalike', 'email']]],
    ['full width', [at('\uff45mail')], [[0, 'lookalike', 'email']]],
    ['an invisible character', [at('email\u200b')], [[0, 'lookalike', 'email']]],
    ['a trailing space', [at('email ')], [[0, 'lookalike', 'email']]],
    ['another separator', [at('app_banner')], [[0, 'lookalike', 'app-banner']]],
    ['unknown', [at('television')], [[0, 'unknown', undefined]]],
    ['of other characters', [at('渠道')], [[0, 'invalid', undefined]]],
  ])('flags one that is %s', (_, list, expected) => expect(found(list)).toEqual(expected));

  it('compares links with each other where no ids are known', () => {
    expect(inspectLinks([at('a1'), at('al'), at('b')])).toMatchObject([
      { index: 1, problem: 'lookalike', suggestion: 'a1' },
    ]);
  });
});

it('distance counts swaps of neighbours as one', () => {
  expect([distance('email', 'emial'), distance('', 'abc'), distance('abc', 'abc')]).toEqual([1, 3, 0]);
  expect(skeleton('O0oI1l')).toBe('ooolll');
});
