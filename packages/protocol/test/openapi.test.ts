// openapi.json is published: it is fresh, valid, and says of every route what the table says.
import { readFileSync } from 'node:fs';
import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { routes } from '../src/index.js';
import { openapi } from '../src/openapi.js';

const published = JSON.parse(readFileSync(new URL('../openapi.json', import.meta.url), 'utf8'));
const operations: [string, Record<string, unknown>][] = Object.entries(published.paths).flatMap(
  ([path, methods]) =>
    Object.entries(methods as Record<string, Record<string, unknown>>).map(
      ([method, operation]): [string, Record<string, unknown>] => [
        `${method.toUpperCase()} ${path}`,
        operation,
      ],
    ),
);

describe('openapi.json', () => {
  it('is what the route table generates; if not, run `node scripts/openapi.mjs`', () => {
    expect(published).toEqual(JSON.parse(JSON.stringify(openapi())));
  });

  it('is valid OpenAPI 3.1', async () => {
    const validator = new Validator();
    const { valid, errors } = await validator.validate(structuredClone(published));
    expect(errors ?? []).toEqual([]);
    expect(valid).toBe(true);
    expect(validator.version).toBe('3.1');
  });

  it('is checked by a validator that finds mistakes', async () => {
    const spoilt = structuredClone(published);
    delete spoilt.info.version;
    expect((await new Validator().validate(spoilt)).valid).toBe(false);
  });

  it('has every route', () => {
    expect(operations.map(([, operation]) => operation.operationId).sort()).toEqual(
      Object.keys(routes).sort(),
    );
  });

  it.each(operations)('%s declares its parameters, its refusals and who may call', (address, operation) => {
    const route = Object.values(routes).find(({ name }) => name === operation.operationId);
    expect(`${route?.method} ${route?.path}`).toBe(address);
    const parameters = (operation.parameters ?? []) as { name: string; in: string }[];
    const inPath = parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => `{${name}}`);
    expect(inPath).toEqual(route?.path.match(/\{\w+\}/g) ?? []);
    expect(parameters.some(({ name }) => name === 'Idempotency-Key')).toBe(route?.keyed);
    expect(Boolean(operation.security)).toBe(route?.caller !== 'public');
    expect(Object.keys(operation.responses as object)).toEqual(
      expect.arrayContaining(['200', '429', '500', '503']),
    );
  });
});
