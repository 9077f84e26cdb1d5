// Pictures: announced, sent to a signed address of ours, looked at by reviewers alone.
import { contracts } from '@fanfare/protocol';
import { describe, expect, it } from 'vitest';
import { createInviteBackend, inviting, refusalOf } from './invite.backend.js';

type Backend = Awaited<ReturnType<typeof createInviteBackend>>;
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const png = (size = 64) => Uint8Array.from({ length: size }, (_, at) => PNG[at] ?? at % 256);

const announce = async (backend: Backend, who: string, bytes = 64, type = 'image/png') => {
  const response = await backend.act(who, '/uploads', { body: { type, bytes } });
  return response.json();
};
const put = (
  backend: Backend,
  url: string,
  body: Uint8Array<ArrayBuffer>,
  type = 'image/png',
  method = 'PUT',
) => backend.app.fetch(new Request(url, { method, headers: { 'Content-Type': type }, body }));

describe('an upload', () => {
  it('is announced, sent, handed in, and seen by the reviewer as it was sent', async () => {
    const backend = await createInviteBackend();
    const upload = await announce(backend, 'ann');
    expect(contracts['upload.create'].output.parse(upload)).toEqual(upload);
    const response = await put(backend, upload.url, png());
    expect([response.status, await response.text()]).toEqual([204, '']);
    expect((await put(backend, upload.url, png())).status).toBe(204);
    expect((await backend.submit('ann', 'proof', { uploads: [upload.id] })).status).toBe(200);
    const { items } = await (await backend.adminGet('submissions')).json();
    const seen = await backend.app.fetch(new Request(items[0].uploads[0]));
    expect(seen.headers.get('Content-Type')).toBe('image/png');
    expect(seen.headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(seen.headers.get('Cache-Control')).toMatch(/^private/);
    expect(new Uint8Array(await seen.arrayBuffer())).toEqual(png());
  });

  it('has the address that the app is told, not the one that a proxy calls', async () => {
    const backend = await createInviteBackend(undefined, { url: 'https://public.example/' });
    expect((await announce(backend, 'ann')).url).toMatch(
      /^https:\/\/public\.example\/v1\/activities\/plain\/uploads\//,
    );
  });

  it('is what it was announced as: type, size and first bytes', async () => {
    const backend = await createInviteBackend();
    const { url, id } = await announce(backend, 'ann');
    expect(await refusalOf(await put(backend, url, png(65)))).toEqual([413, 'too_large']);
    expect(await refusalOf(await put(backend, url, png(), 'image/jpeg'))).toEqual([
      415,
      'unsupported_media_type',
    ]);
    const html = new TextEncoder().encode('<script>alert(1)</script>');
    expect(await refusalOf(await put(backend, url, html))).toEqual([415, 'unsupported_media_type']);
    expect(await refusalOf(await backend.submit('ann', 'proof', { uploads: [id] }))).toEqual([
      422,
      'invalid',
    ]);
    const tooLarge = await backend.act('ann', '/uploads', { body: { type: 'image/png', bytes: 2_097_153 } });
    expect(await refusalOf(tooLarge)).toEqual([413, 'too_large']);
    const svg = await backend.act('ann', '/uploads', { body: { type: 'image/svg+xml', bytes: 9 } });
    expect(await refusalOf(svg)).toEqual([422, 'invalid']);
  });

  it('takes no other address: foreign, changed, over, or for another method', async () => {
    const backend = await createInviteBackend();
    const { url, id } = await announce(backend, 'ann');
    const other = await announce(backend, 'bob');
    const forbidden = [403, 'forbidden'];
    expect(await refusalOf(await put(backend, url.replace(id, other.id), png()))).toEqual(forbidden);
    expect(await refusalOf(await put(backend, url.replace(/expires=\d/, 'expires=9'), png()))).toEqual(
      forbidden,
    );
    expect(await refusalOf(await put(backend, url.split('?')[0]!, png()))).toEqual(forbidden);
    await put(backend, url, png());
    expect(await refusalOf(await backend.app.fetch(new Request(url)))).toEqual(forbidden);
    backend.clock.now += 600_000;
    expect(await refusalOf(await put(backend, url, png()))).toEqual(forbidden);
  });

  it('belongs to whoever announced it', async () => {
    const backend = await createInviteBackend();
    const { url, id } = await announce(backend, 'ann');
    await put(backend, url, png());
    const refused = await backend.submit('bob', 'proof', { uploads: [id] });
    expect((await refused.json()).errors[0].pointer).toBe('/uploads/0');
  });

  it('has its limits by the day, and none where nothing takes pictures', async () => {
    const backend = await createInviteBackend(undefined, { limits: { uploadsPerDay: 2 } });
    for (const _ of [1, 2]) await announce(backend, 'ann');
    expect((await announce(backend, 'ann')).code).toBe('rate_limited');
    expect((await announce(backend, 'bob')).id).toBeDefined();
    backend.clock.now += 86_400_001;
    expect((await announce(backend, 'ann')).id).toBeDefined();
    const plain = await createInviteBackend([inviting({ tasks: [] })]);
    expect((await announce(plain, 'ann')).code).toBe('not_found');
  });

  it('may be sent by the activity’s own pages', async () => {
    const backend = await createInviteBackend();
    const { url } = await announce(backend, 'ann');
    const ask = (origin: string) =>
      backend.app.fetch(
        new Request(url, {
          method: 'OPTIONS',
          headers: { Origin: origin, 'Access-Control-Request-Method': 'PUT' },
        }),
      );
    const allowed = await ask('https://plain.example');
    expect(allowed.headers.get('Access-Control-Allow-Origin')).toBe('https://plain.example');
    expect(allowed.headers.get('Access-Control-Allow-Methods')).toContain('PUT');
    expect((await ask('https://evil.example')).headers.get('Access-Control-Allow-Origin')).toBeNull();
  });
});
