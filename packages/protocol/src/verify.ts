// For whoever wants to check: no zod, no WebCrypto, nothing to wait for.
export { canonicalJson } from './canonical-json.js';
export type { CommittedPrize, CommittedRules, DrawnBy } from './fairness.proof.js';
export { entryHash, logStart, participantHash } from './fairness.proof.js';
export type { PickInput } from './pick.js';
export { MAX_TOTAL_WEIGHT, numberBelow, pickMessage, pickNumber, pickPrize, prizeAt } from './pick.js';
export { fromHex, hmacSha256, sha256, sha256Hex, toHex } from './sha256.js';
export type { DrawQuestion, DrawReport } from './verify.draw.js';
export { verifyDraw } from './verify.draw.js';
export type { Finding, FindingCode } from './verify.finding.js';
export type { LogQuestion, LogReport, LogVerifier } from './verify.log.js';
export { createLogVerifier, verifyLog } from './verify.log.js';
export type { RaffleFinding, RaffleInput } from './verify.raffle.js';
export { listHash, raffleEntry, raffleWinners, verifyRaffle } from './verify.raffle.js';
