// A rehearsal as a file: to attach to a report of what went wrong, and to go on from.
import { FanfareError } from '@fanfare/core';
import type { DefinitionInput } from '@fanfare/protocol';
import type { MemorySnapshot } from '@fanfare/server/memory';
import { type PersonaName, personaNames } from './cast.js';
import { type FaultName, faultNames } from './faults.js';
import type { LogLine } from './log.js';

const FORMAT = 'fanfare-rehearsal';
const VERSION = 1;

/** Everything of a rehearsal, as JSON. It holds what was typed into claims, too. */
export interface RehearsalState {
  format: typeof FORMAT;
  version: typeof VERSION;
  /** The device's time when it was exported, RFC 3339. */
  exported_at: string;
  /** The rehearsal's time. */
  now: string;
  persona: PersonaName;
  /** Tells apart who is new again and again. */
  turn: number;
  faults: FaultName[];
  /** The operator's definition. */
  activity: DefinitionInput;
  /** What everybody's phone keeps. */
  devices: Record<string, Record<string, unknown>>;
  /** Everything that is stored. */
  stored: MemorySnapshot;
  /** The last requests, oldest first. */
  log: LogLine[];
}

const BYTES = '$bytes';

/** Bytes as text, wherever they stand. */
const toPlain = (_key: string, value: unknown): unknown =>
  value instanceof Uint8Array ? { [BYTES]: btoa(String.fromCharCode(...value)) } : value;

const fromPlain = (_key: string, value: unknown): unknown => {
  const text = value && typeof value === 'object' && (value as Record<string, unknown>)[BYTES];
  return typeof text === 'string' ? Uint8Array.from(atob(text), (char) => char.charCodeAt(0)) : value;
};

/** The state as plain JSON values. */
export const packState = (state: Omit<RehearsalState, 'format' | 'version'>): RehearsalState =>
  JSON.parse(JSON.stringify({ format: FORMAT, version: VERSION, ...state }, toPlain));

/** Reads an exported state. @throws FanfareError `state_invalid` for anything else. */
export function unpackState(json: unknown): RehearsalState {
  const state = (json ?? {}) as Partial<RehearsalState>;
  const isKnown =
    state.format === FORMAT &&
    state.version === VERSION &&
    personaNames.includes(state.persona as PersonaName) &&
    Array.isArray(state.faults) &&
    state.faults.every((fault) => faultNames.includes(fault)) &&
    Number.isFinite(Date.parse(String(state.now))) &&
    Number.isInteger(state.turn) &&
    [state.activity, state.stored, state.devices].every((part) => part && typeof part === 'object');
  if (!isKnown)
    throw new FanfareError(
      'rehearsal',
      'state_invalid',
      `the state expected what exportState() gave (format ${FORMAT}, version ${VERSION}). Export it again with this version.`,
    );
  return JSON.parse(JSON.stringify(state), fromPlain);
}
