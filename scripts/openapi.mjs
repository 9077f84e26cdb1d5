// Writes packages/protocol/openapi.json from the route table; a test says when it is out of date.
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { runnerImport } from 'vite';

const protocol = resolve(import.meta.dirname, '../packages/protocol');
const { module } = await runnerImport(join(protocol, 'src/openapi.ts'), { configFile: false });
writeFileSync(join(protocol, 'openapi.json'), `${JSON.stringify(module.openapi(), null, 2)}\n`);
console.log('wrote packages/protocol/openapi.json');
