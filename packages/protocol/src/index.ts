export type {
  ActivityBase,
  ActivityNode,
  GuestPolicy,
  PublicActivity,
  Schedule,
  Session,
} from './activity.js';
export { activityBase, guestPolicy, node, publicActivity, schedule, session } from './activity.js';
export type { AnsweredRoute, AnswerOf } from './answers.js';
export type { CheckinDefinition, ShopDefinition } from './checkin.definition.js';
export type { Checkin, PublicCheckin } from './checkin.js';
export { checkin, checkinInput, publicCheckin } from './checkin.js';
export { isHttpsUrl, isTime } from './checks.js';
export type { Contract, Input, Output } from './contracts.js';
export { contracts } from './contracts.js';
export { addDays, dayEndsAt, dayKeyAt, daysBetween, isDayIn } from './day.js';
export type { Definition, DefinitionInput } from './definition.js';
export { definition } from './definition.js';
export { factInput, factResult } from './fact.js';
export type { Commitment, Epoch, Fairness, LogEntry } from './fairness.js';
export { commitment, epoch, fairness, fairnessLog, logEntry } from './fairness.js';
export type { Guard } from './guard.js';
export type {
  InviteDefinition,
  StepDefinition,
  TaskDefinition,
  TierDefinition,
} from './invite.definition.js';
export type { Invite, PublicInvite, PublicTask } from './invite.js';
export { acceptInput, invite, inviter, publicInvite, publicTask, submissionInput } from './invite.js';
export type { FieldProblem } from './issues.js';
export { describeIssues } from './issues.js';
export type { Live } from './live.js';
export { live } from './live.js';
export type { ChanceRule, PrizeDefinition } from './lottery.definition.js';
export type { Chances, Draw, PrizeKind, PublicLottery, PublicPrize } from './lottery.js';
export { chances, draw, drawInput, prizeKind, publicLottery, publicPrize, stockLabel } from './lottery.js';
export type { AnySection, Me, Participant, Sections } from './me.js';
export { guestInput, guestSession, me, participant, sections } from './me.js';
export type { Phase } from './phase.js';
export { nextPhaseAt, phaseAt } from './phase.js';
export type { LocalText } from './primitives.js';
export { count, dayKey, httpsUrl, localText, money, time } from './primitives.js';
export type { Problem, ProblemCode } from './problem.js';
export { codes, problem } from './problem.js';
export type { Raffle, RaffleDefinition } from './raffle.js';
export { raffle, raffleDefinition } from './raffle.js';
export type { ReportDefinition, ReportRecord, ReportStep, StepKind } from './report.definition.js';
export { reportDefinition, reportRecord, stepKind } from './report.definition.js';
export type { Cause, Report } from './report.js';
export { cause, report } from './report.js';
export type { Points, PublicShop, Reward, Rewards } from './rewards.js';
export { claimInput, points, publicShop, reward, rewards } from './rewards.js';
export * from './routes.js';
export type { Awards, ReceiptStory } from './support.js';
export { award, awards, receiptStory } from './support.js';
export type { Capabilities, Feature } from './system.js';
export { capabilities, feature, serverTime } from './system.js';
export type { EventCounts, EventGaps } from './track.js';
export { eventCounts, eventGaps, trackEnvelope, trackEvent, trackInput, trackResult } from './track.js';
