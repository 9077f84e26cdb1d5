// Writes packages/protocol/openapi.json, and the tables of docs/backend.md, from the route table; tests say when they
// are out of date.
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { runnerImport } from 'vite';
import { writePage } from './backend-docs.mjs';

const protocol = resolve(import.meta.dirname, '../packages/protocol');
const { module } = await runnerImport(join(protocol, 'src/openapi.ts'), { configFile: false });
writeFileSync(join(protocol, 'openapi.json'), `${JSON.stringify(module.openapi(), null, 2)}\n`);
console.log('wrote packages/protocol/openapi.json');
await writePage();
