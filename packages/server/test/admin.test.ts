// Operators: definitions with preconditions, and errors that name every field.
import { describe, expect, it } from 'vitest';
import { DefinitionError, parseDefinition } from '../src/index.js';
import { createBackend, keys, plain } from './backend.js';

const PATH = '/v1/admin/activities/plain';
const token = keys.admin[0]!.key;

async function put(
  backend: Awaited<ReturnType<typeof createBackend>>,
  headers: Record<string, string>,
  body: unknown = plain,
  path = PATH,
) {
  const response = await backend.send('PUT', path, { token, headers, body });
  return { status: response.status, etag: response.headers.get('ETag'), body: await response.json() };
}

describe('admin.activity', () => {
  it('creates with no header or If-None-Match: *, and answers the version as ETag', async () => {
    for (const headers of [{}, { 'If-None-Match': '*' }] as Record<string, string>[]) {
      const backend = await createBackend([]);
      expect(await put(backend, headers)).toEqual({
        status: 200,
        etag: '"1"',
        body: { id: 'plain', version: 1 },
      });
      expect((await backend.get('/v1/activities/plain')).status).toBe(200);
    }
  });

  it('replaces only what was read: 428 without If-Match, 412 with an old one', async () => {
    const backend = await createBackend();
    expect(await put(backend, {})).toMatchObject({ status: 428, body: { code: 'version_required' } });
    expect(await put(backend, { 'If-Match': '"7"' })).toMatchObject({
      status: 412,
      body: { code: 'version_mismatch' },
    });
    expect(await put(backend, { 'If-Match': 'W/"1"' })).toMatchObject({ status: 412 });
    expect(await put(backend, { 'If-None-Match': '*' })).toMatchObject({ status: 412 });
    expect(await put(backend, { 'If-Match': '"1"' })).toMatchObject({ status: 200, etag: '"2"' });
    expect(await put(backend, { 'If-Match': '"1"' })).toMatchObject({ status: 412 });
    expect(await put(backend, { 'If-Match': '"1", "2"' })).toMatchObject({ status: 200, etag: '"3"' });
    expect(await put(await createBackend([]), { 'If-Match': '"1"' })).toMatchObject({ status: 412 });
  });

  it('lets one of two operators win', async () => {
    const backend = await createBackend();
    const both = await Promise.all([0, 1].map(() => put(backend, { 'If-Match': '"1"' })));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  it('answers the whole definition with its ETag, to operators only', async () => {
    const backend = await createBackend();
    const response = await backend.get(PATH, { token });
    expect(response.headers.get('ETag')).toBe('"1"');
    expect(response.headers.get('Cache-Control')).toBe('no-store');
    expect(await response.json()).toEqual(parseDefinition(plain));
    for (const other of [undefined, keys.host[0]!.key, await backend.member('ming'), `${token}x`]) {
      expect((await backend.get(PATH, { token: other })).status).toBe(401);
      expect((await backend.send('PUT', PATH, { token: other, body: plain })).status).toBe(401);
    }
  });

  it("keeps a project's operators to their project", async () => {
    const admin = [{ key: token, project: 'rival' }];
    const backend = await createBackend([plain], { keys: { ...keys, admin } });
    expect((await backend.get(PATH, { token })).status).toBe(403);
    expect(await put(backend, { 'If-Match': '"1"' }, { ...plain, project: 'rival' })).toMatchObject({
      status: 403,
    });
    const path = '/v1/admin/activities/new';
    expect(await put(backend, {}, { ...plain, id: 'new' }, path)).toMatchObject({ status: 403 });
    expect(await put(backend, {}, { ...plain, id: 'new', project: 'rival' }, path)).toMatchObject({
      status: 200,
    });
  });

  it('refuses a definition that is wrong, and names the fields', async () => {
    const backend = await createBackend();
    const { status, body } = await put(
      backend,
      { 'If-Match': '"1"' },
      { ...plain, zone: 'Mars/Base', colour: 'red' },
    );
    expect(status).toBe(422);
    expect(body.errors).toEqual([
      {
        pointer: '/zone',
        detail: '"zone" expected an IANA time zone such as Asia/Shanghai, got "Mars/Base".',
      },
      { pointer: '/colour', detail: '"colour" is not a known key; remove it or correct its spelling.' },
    ]);
    expect(await put(backend, { 'If-Match': '"1"' }, { ...plain, id: 'other' })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/id' }] },
    });
    expect((await (await backend.get('/v1/activities/plain')).json()).version).toBe(1);
  });

  it('follows a new stock without forgetting what was given out', async () => {
    const backend = await createBackend();
    await backend.store.transaction((tx) => tx.takeStock('plain', 'cup'));
    const prizes = plain.lottery.prizes.map((prize) => ('stock' in prize ? { ...prize, stock: 3 } : prize));
    await put(backend, { 'If-Match': '"1"' }, { ...plain, lottery: { ...plain.lottery, prizes } });
    expect(await backend.store.read((reader) => reader.stock('plain'))).toEqual([
      { prize: 'cup', total: 3, left: 2, awarded: 1 },
    ]);
  });
});

describe('a definition from a file', () => {
  const problemsOf = (json: unknown) => {
    try {
      parseDefinition(json, 'new-year.json');
    } catch (error) {
      if (error instanceof DefinitionError) return error;
    }
    throw new Error('expected a DefinitionError');
  };

  it('with 1 error says which field, what it is and what it should be', () => {
    expect(problemsOf({ ...plain, landing: 'http://plain.example' }).message).toBe(
      '[fanfare/server] new-year.json has 1 problem:\n  "landing" expected an absolute https: URL, got "http://plain.example".',
    );
  });

  it('with 30 errors names all thirty', () => {
    const bad = { id: 'UPPER', name: 'text', kind: 'toy', weight: -1, stock: 1.5, cost: '9' };
    const { problems, message } = problemsOf({
      ...plain,
      title: 7,
      landing: 'javascript:alert(1)',
      guests: 'all',
      origins: ['https://plain.example/'],
      jitter_seconds: -3,
      live_seconds: 0,
      lottery: { ...plain.lottery, prizes: [bad, bad, bad, bad], draws_per_dya: 3 },
    });
    const pointers = problems.map(({ pointer }) => pointer);
    const expected = [
      '/title',
      '/landing',
      '/guests',
      '/origins/0',
      '/jitter_seconds',
      '/live_seconds',
      '/lottery/draws_per_dya',
      ...[0, 1, 2, 3].flatMap((at) => Object.keys(bad).map((key) => `/lottery/prizes/${at}/${key}`)),
    ];
    expect(pointers.filter((pointer) => expected.includes(pointer)).sort()).toEqual([...expected].sort());
    expect(problems.length).toBeGreaterThanOrEqual(30);
    expect(message.split('\n')).toHaveLength(problems.length + 1);
    for (const { detail } of problems)
      expect(detail).toMatch(/^".+" (expected .+, got .+|is not a known key; .+)\.$/);
  });

  it.each([
    [
      { schedule: { start_at: '2027-01-02T00:00:00Z', end_at: '2027-01-01T00:00:00Z' } },
      '"schedule.end_at" expected a time after start_at',
    ],
    [
      { schedule: { start_at: '2027-01-02', end_at: '2027-01-01T00:00:00Z' } },
      '"schedule.start_at" expected a time with a zone',
    ],
    [{ origins: ['*'] }, '"origins.0" expected an origin such as https://www.example.com'],
    [
      {
        lottery: { ...plain.lottery, prizes: plain.lottery.prizes.map((prize) => ({ ...prize, weight: 0 })) },
      },
      'at least one prize with a weight above 0',
    ],
    [
      {
        lottery: {
          ...plain.lottery,
          prizes: plain.lottery.prizes.map((prize) => ({ ...prize, weight: 2 ** 47 })),
        },
      },
      'expected weights that sum to at most 281474976710656',
    ],
    [
      { lottery: { ...plain.lottery, chances: [plain.lottery.chances[0], plain.lottery.chances[0]] } },
      '"lottery.chances.1.id" expected an id of its own, got "joined" a second time.',
    ],
  ])('%j: %s', (change, sentence) => {
    expect(problemsOf({ ...plain, ...change }).message).toContain(sentence);
  });

  it.each([[null], [[]], ['text'], [7]])('that is %j is refused whole', (json) => {
    expect(problemsOf(json).message).toContain('"value" expected object');
  });
});
