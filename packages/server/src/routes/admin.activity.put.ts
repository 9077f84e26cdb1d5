import type { Definition } from '@fanfare/protocol';
import { DefinitionError, parseDefinition } from '../activity/parse.js';
import { saveDefinition } from '../activity/save.js';
import { answerJson } from '../http/answer.js';
import { readJson } from '../http/body.js';
import { refuse } from '../http/refusal.js';
import { EnvelopeError } from '../ledger/save.js';
import type { StoredActivity } from '../store.js';
import { requireServerKey } from './authorize.js';
import type { Call, Handler } from './call.js';

function readDefinition(body: unknown, { params }: Call): Definition {
  let definition: Definition;
  try {
    definition = parseDefinition(body);
  } catch (error) {
    if (error instanceof DefinitionError) return refuse('invalid', { errors: [...error.problems] });
    throw error;
  }
  if (definition.id !== params.activity)
    refuse('invalid', {
      errors: [
        {
          pointer: '/id',
          detail: `"id" expected "${params.activity}" as in the address, got "${definition.id}".`,
        },
      ],
    });
  return definition;
}

/** RFC 9110 13.1: what the operator has read must be what is stored. */
function checkPreconditions({ headers }: Request, before: StoredActivity | null): void {
  const match = headers.get('If-Match');
  const noneMatch = headers.get('If-None-Match');
  const current = before && `"${before.version}"`;
  const mismatch = () =>
    refuse('version_mismatch', { detail: current ? `The version is ${current} now.` : 'It does not exist.' });
  if (noneMatch !== null) {
    if (noneMatch.trim() !== '*')
      refuse('invalid', { detail: 'If-None-Match can only be * here; use If-Match with a version.' });
    if (before) mismatch();
  }
  if (match !== null) {
    if (!current || !(match.trim() === '*' || match.split(',').some((tag) => tag.trim() === current)))
      mismatch();
  } else if (before && noneMatch === null) refuse('version_required');
}

const save: typeof saveDefinition = (...parameters) =>
  saveDefinition(...parameters).catch((error: unknown) => {
    if (!(error instanceof EnvelopeError)) throw error;
    return refuse('invalid', { errors: [{ pointer: error.pointer, detail: error.message }] });
  });

/** Creates or replaces a definition. */
export const adminActivityPut: Handler = async (call) => {
  const { env, request } = call;
  await requireServerKey(
    call,
    env.keys.admin.map(({ key }) => ({ key })),
    '',
  );
  const definition = readDefinition(await readJson(request, env.limits.definitionBytes), call);
  await requireServerKey(call, env.keys.admin, definition.project);
  const version = await env.store.transaction(async (tx) => {
    const before = await tx.activity(definition.id);
    if (before) await requireServerKey(call, env.keys.admin, before.definition.project);
    checkPreconditions(request, before);
    return (await save(tx, definition, before, env)) ?? refuse('version_mismatch');
  });
  env.known.forget(definition.id);
  return answerJson({ id: definition.id, version }, { ETag: `"${version}"` });
};
