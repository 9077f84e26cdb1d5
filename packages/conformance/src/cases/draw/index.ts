import type { Case } from '../../case.js';
import { chances } from './chances.js';
import { code } from './code.js';
import { input } from './input.js';
import { keyBody } from './key-body.js';
import { keyConcurrent } from './key-concurrent.js';
import { keyMissing } from './key-missing.js';
import { keyParticipant } from './key-participant.js';
import { keyRefusal } from './key-refusal.js';
import { keyReplay } from './key-replay.js';
import { odds } from './odds.js';
import { phaseEnd } from './phase-end.js';
import { phaseStart } from './phase-start.js';
import { result } from './result.js';
import { stock } from './stock.js';

export const draw: readonly Case[] = [
  chances,
  code,
  input,
  keyBody,
  keyConcurrent,
  keyMissing,
  keyParticipant,
  keyRefusal,
  keyReplay,
  odds,
  phaseEnd,
  phaseStart,
  result,
  stock,
];
