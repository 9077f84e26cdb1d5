import type { Migration } from 'kysely';
import * as spine from './0001-spine.js';

/** Every migration by name; they run in the order of their names, and a published one never changes. */
export const migrations: Record<string, Migration> = { '0001-spine': spine };
