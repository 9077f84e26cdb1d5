// Deliberately broken builds: a fault test that never failed proves nothing.
export const mutations = {
  'delete before ack': {
    file: 'delivery/sender.ts',
    from: '    const outcome = await post(',
    to: '    await store.remove(keys);\n    const outcome = await post(',
  },
  'no airbag': {
    file: 'create-tracker.ts',
    from: 'airbag.save(state.unsaved.values());',
    to: '',
  },
  'no farewell': {
    file: 'create-tracker.ts',
    from: 'delivery?.leave().catch(() => {});',
    to: '',
  },
  'a new id for each attempt': {
    file: 'delivery/compose-batch.ts',
    from: 'return difference ? difference + json.slice(1) : json;',
    to: 'return json.replace(/[0-9a-f]{12}(?=","name")/, String(Date.now()).slice(1));',
  },
  'any 200 is an answer': {
    file: 'delivery/outcome.ts',
    from: 'return failed(String(status));\n  return readResults(',
    to: "return { kind: 'answered', named: new Proxy(new Map(), { get: () => () => ({ status: 'accepted' }) }) };\n  return readResults(",
  },
  'memory only': {
    file: 'intake/page-state.ts',
    from: 'isDurable: true',
    to: 'isDurable: false',
  },
  'every tab sends': {
    file: 'delivery/exclusive.ts',
    from: '  const locks =',
    to: '  await work(true);\n  if (name) return true;\n  const locks =',
  },
  'no stealing': {
    file: 'delivery/exclusive.ts',
    from: 'Math.abs(silence) < STEAL_MS',
    to: '!Number.isNaN(silence)',
  },
  'no Retry-After': {
    file: 'delivery/outcome.ts',
    from: "return ms === undefined ? failed(String(status)) : { kind: 'paused', ms };",
    to: 'return failed(String(ms));',
  },
  'no bisection': {
    file: 'delivery/sender.ts',
    from: "if (outcome.kind === 'refused') return split(rows);",
    to: "if (outcome.kind === 'refused') return fail();",
  },
  'no bounds': {
    file: 'delivery/bounds.ts',
    from: 'return excess > 0 ?',
    to: 'return excess > Number.POSITIVE_INFINITY ?',
  },
  'drops are not reported': {
    file: 'delivery/sender.ts',
    from: 'await options.report();',
    to: '',
  },
  'wall clock': {
    file: 'identity/page-time.ts',
    from: 'return () => Math.floor(base + monotonic());',
    to: 'return () => Math.floor(wall());',
  },
  'no reopening': {
    file: 'intake/database.ts',
    from: 'const table = openTable(name);',
    to: 'let kept: Promise<IDBObjectStore["transaction"]["db"]>; const table: UseStore = async (mode, work) => { kept ??= openTable(name)("readonly", (store) => store.transaction.db); return work((await kept).transaction("values", mode).objectStore("values")); };',
  },
  'no hold': {
    file: 'delivery/holds.ts',
    from: 'keys.push(...hold.keys);',
    to: '',
  },
  'no keepalive bound': {
    file: 'delivery/farewell.ts',
    from: '    if (size > bytes) break;',
    to: '',
  },
  'denial wipes nothing': { file: 'create-tracker.ts', from: '      database.wipe();', to: '' },
  'other tabs are not told': {
    file: 'create-tracker.ts',
    from: "if (key === name && !newValue) setConsent('denied');",
    to: '',
  },
  'undecided events vanish': { file: 'create-tracker.ts', from: "void drop('memory');", to: 'void 0;' },
  'the tracker does not know the stub': {
    file: 'create-tracker.ts',
    from: 'early ? early.pid : createId(world)',
    to: 'createId(world)',
  },
  'no fallback': {
    file: 'delivery/fallback.ts',
    from: '    degrade(problem);',
    to: '    if (problem) return kept;',
  },
  'no jitter': {
    file: 'delivery/backoff.ts',
    from: '  random *',
    to: '  (random > 1 ? 0 : 1) *',
  },
} as const;

export type MutationName = keyof typeof mutations;
