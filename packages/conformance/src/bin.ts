#!/usr/bin/env node
// `fanfare-conformance <url>`: tries a backend and says what it is certified for.
import { writeFileSync } from 'node:fs';
import { describeBroken } from './broken.js';
import { readSettings, type Settings, USAGE } from './node/settings.js';
import { formatFailure } from './report/failure.js';
import { formatJunit } from './report/junit.js';
import { formatTable } from './report/table.js';
import { isSatisfied } from './report.js';
import { runConformance } from './run.js';

async function main({ url, options, named, json, junit }: Settings): Promise<boolean> {
  // With JSON on standard output everything that people read goes to the other one.
  const say = json === '-' ? console.error : console.log;
  const report = await runConformance(url, {
    ...options,
    onResult: (result) => {
      if (result.outcome === 'failed') say(`${formatFailure(result)}\n`);
    },
  });
  say(formatTable(report));
  const text = `${JSON.stringify(report, null, 2)}\n`;
  if (json === '-') process.stdout.write(text);
  else if (json !== undefined) writeFileSync(json, text);
  if (junit !== undefined) writeFileSync(junit, formatJunit(report));
  return isSatisfied(report, named);
}

async function run(): Promise<number> {
  try {
    const settings = readSettings(process.argv.slice(2), process.env);
    if (settings) return (await main(settings)) ? 0 : 1;
    console.log(USAGE);
    return 0;
  } catch (error) {
    console.error(describeBroken(error));
    return 2;
  }
}

void run().then((code) => {
  process.exitCode = code;
});
