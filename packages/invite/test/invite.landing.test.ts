import { fakeEnvironment } from '@fanfare/core/testing';
import { expect, it } from 'vitest';
import { withCode } from '../src/invite.address';
import { codeIn, dropCode, findCode } from '../src/invite.landing';

const OWN = 'MYCODE10';

it.each([
  ['来看看吧 口令 #K7M2Q9XA# 打开粘贴', 'K7M2Q9XA'],
  ['https://host.example/?invite=K7M2Q9XA&channel_id=a', 'K7M2Q9XA'],
  [' K7M2Q9XA ', 'K7M2Q9XA'],
  ['hello', undefined],
  ['', undefined],
])('finds the code in "%s"', (text, code) => expect(codeIn(text)).toBe(code));

it('takes the kept code before the address, and never my own, however it is written', async () => {
  const environment = fakeEnvironment();
  environment.setAddress('https://host.example/?invite=mycodeio');
  expect(await findCode('a', OWN, environment)).toBeUndefined();
  environment.setAddress('https://host.example/?invite=FRIEND99');
  await environment.storage.set('link:a', { invite: OWN, channel: 'tv' });
  expect(await findCode('a', OWN, environment)).toBe('FRIEND99');
  expect(await environment.storage.get('link:a')).toEqual({ channel: 'tv' });
  await environment.storage.set('link:a', { invite: 'OTHER999' });
  expect(await findCode('a', OWN, environment)).toBe('OTHER999');
});

it('drops a code that was answered, and keeps another and the channel', async () => {
  const { storage } = fakeEnvironment();
  await storage.set('link:a', { invite: 'OTHER999', channel: 'tv' });
  await dropCode('a', 'FRIEND99', storage);
  expect(await storage.get('link:a')).toEqual({ invite: 'OTHER999', channel: 'tv' });
  await dropCode('a', 'other999', storage);
  expect(await storage.get('link:a')).toEqual({ channel: 'tv' });
});

it('puts a code into an address and keeps what else is there', () => {
  const next = withCode(new URL('https://host.example/p?invite=A&x=1#top'), 'B');
  expect(next.href).toBe('https://host.example/p?invite=B&x=1#top');
});
