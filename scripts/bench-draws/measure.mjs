// Calls by many callers, and what is said of them.
import { CALLERS, WARM } from './settings.mjs';

export async function warmUp(work) {
  for (let left = WARM; left > 0; left -= CALLERS) await Promise.all(Array.from({ length: CALLERS }, work));
}

/** Calls `work` by so many callers for so long. */
export async function flood(work, /** @type {number} */ ms) {
  const times = [];
  const started = performance.now();
  const until = started + ms;
  await Promise.all(
    Array.from({ length: CALLERS }, async () => {
      while (performance.now() < until) {
        const before = performance.now();
        await work();
        times.push(performance.now() - before);
      }
    }),
  );
  return { rate: (times.length / (performance.now() - started)) * 1000, times };
}

/** @param {number[]} list */
export function median(list) {
  const sorted = [...list].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

export function say(/** @type {string} */ what, /** @type {number[]} */ rates, /** @type {string} */ unit) {
  const spread = `${Math.round(Math.min(...rates))} to ${Math.round(Math.max(...rates))}`;
  console.log(`${what.padEnd(44)} ${String(Math.round(median(rates))).padStart(6)} ${unit}  (${spread})`);
}

export const ratio = (/** @type {string} */ what, /** @type {number} */ value, /** @type {string} */ goal) =>
  console.log(`${what.padEnd(44)} ${value.toFixed(2).padStart(6)}x  goal ${goal}`);
