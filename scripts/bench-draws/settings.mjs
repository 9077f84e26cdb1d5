// What the benchmark is told.
export const CONNECTIONS = Number(process.env.BENCH_CONNECTIONS ?? 16);
export const CALLERS = Number(process.env.BENCH_CALLERS ?? 32);
export const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 3);
export const MS = Number(process.env.BENCH_MS ?? 4000);
export const STORED = Number(process.env.BENCH_STORED ?? 1_000_000);
export const ONLY = (process.env.BENCH_ONLY ?? 'draws,hot,reads,stored').split(',');
/** Draws before the first that counts: until then the program is still being compiled. */
export const WARM = Number(process.env.BENCH_WARM ?? 5000);
export const PEOPLE = 20_000;
