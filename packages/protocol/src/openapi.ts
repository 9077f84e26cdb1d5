// The OpenAPI 3.1 document, generated from the route table and its schemas.
import * as z from 'zod/mini';
import { contracts } from './contracts.js';
import { httpsUrl, time } from './primitives.js';
import { codes, problem } from './problem.js';
import { type Route, routes } from './routes.js';

type Json = Record<string, unknown>;

const schemaOf = (schema: z.ZodMiniType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io,
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema === time) jsonSchema.format = 'date-time';
      if (zodSchema === httpsUrl) jsonSchema.format = 'uri';
    },
  }) as Json;
  return rest;
};

const COMMON = {
  public: ['malformed', 'invalid', 'not_found', 'too_large', 'rate_limited', 'internal', 'unavailable'],
  participant: ['unauthenticated', 'token_invalid', 'token_expired'],
  host: ['unauthenticated'],
  admin: ['unauthenticated'],
} as const;
const KEYED = ['key_missing', 'key_reused', 'key_in_progress'] as const;

const CACHING = {
  edge: '`Cache-Control: public`: a CDN may keep it. Carries no Fanfare-Time.',
  private: '`Cache-Control: private, no-cache` with an ETag. Carries no Fanfare-Time.',
  none: '`Cache-Control: no-store`, stamped with `Fanfare-Time`.',
} as const;

function operation(route: Route, name: keyof typeof contracts): Json {
  const contract = contracts[name];
  const refused = [
    ...COMMON.public,
    ...(route.caller === 'public' ? [] : COMMON[route.caller]),
    ...(route.keyed ? KEYED : []),
    ...contract.refuses,
  ];
  const byStatus = new Map<number, string[]>();
  for (const code of new Set(refused)) {
    const { status } = codes[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  const parameters = [
    ...[...route.path.matchAll(/\{(\w+)\}/g)].map(([, part]) => ({
      name: part,
      in: 'path',
      required: true,
      schema: { type: 'string' },
    })),
    ...Object.entries('query' in contract ? (contract.query ?? {}) : {}).map(([key, description]) => ({
      name: key,
      in: 'query',
      required: false,
      description,
      schema: { type: 'string' },
    })),
    ...(route.keyed
      ? [
          {
            name: 'Idempotency-Key',
            in: 'header',
            required: true,
            description: 'One key per user intent; the same on every retry.',
            schema: { type: 'string', minLength: 1, maxLength: 128 },
          },
        ]
      : []),
    ...(contract.refuses.some((code) => code === 'challenge_required')
      ? [
          {
            name: 'Fanfare-Challenge',
            in: 'header',
            required: false,
            description: 'The solution of a challenge, after `challenge_required`; good for one request.',
            schema: { type: 'string', maxLength: 4096 },
          },
        ]
      : []),
  ];
  return {
    operationId: name,
    summary: contract.summary,
    description: CACHING[route.caching],
    ...(route.caller !== 'public' && { security: [{ [route.caller]: [] }] }),
    ...(parameters.length && { parameters }),
    ...(route.method !== 'GET' && {
      requestBody: {
        required: true,
        content: {
          [name === 'track.batch' ? 'text/plain' : 'application/json']: {
            schema: schemaOf(contract.input, 'input'),
          },
        },
      },
    }),
    responses: {
      200: {
        description: 'Done.',
        content: { 'application/json': { schema: schemaOf(contract.output, 'output') } },
      },
      ...Object.fromEntries(
        [...byStatus]
          .sort(([a], [b]) => a - b)
          .map(([status, list]) => [
            status,
            {
              description: list
                .map((code) => `\`${code}\`: ${codes[code as keyof typeof codes].title}`)
                .join(' '),
              content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
            },
          ]),
      ),
    },
  };
}

/** The whole contract as an OpenAPI 3.1 document. */
export function openapi(): Json {
  const paths: Record<string, Json> = {};
  for (const [name, route] of Object.entries(routes)) {
    paths[route.path] ??= {};
    paths[route.path]![route.method.toLowerCase()] = operation(route, name as keyof typeof contracts);
  }
  const bearer = (description: string) => ({ type: 'http', scheme: 'bearer', description });
  return {
    openapi: '3.1.0',
    info: {
      title: 'Fanfare protocol',
      version: '1',
      description:
        'What a backend answers so that every Fanfare widget works on it. Generated from @fanfare/protocol.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    paths,
    components: {
      schemas: { Problem: schemaOf(problem, 'output') },
      securitySchemes: {
        participant: bearer('A host-signed JWT (sub, aud, exp of at most one hour) or a guest token.'),
        host: bearer("The host server's key."),
        admin: bearer("An operator's key."),
      },
    },
  };
}
