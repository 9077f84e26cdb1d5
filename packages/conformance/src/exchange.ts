// One request and its answer, with the questions that cases ask of it.
import {
  codes,
  contracts,
  describeIssues,
  type Output,
  type ProblemCode,
  problem,
  type RouteName,
} from '@fanfare/protocol';
import type { Answered, Sent } from './answered.js';
import { check } from './verdict.js';

/** A request that was answered. */
export class Exchange implements Answered {
  constructor(
    readonly sent: Sent,
    readonly status: number,
    readonly headers: Headers,
    readonly text: string,
  ) {}

  /** A header of the answer, or ''. */
  header(name: string): string {
    return this.headers.get(name) ?? '';
  }

  /** The answer's body; undefined when it is not JSON. */
  get json(): unknown {
    try {
      return JSON.parse(this.text);
    } catch {
      return undefined;
    }
  }

  /** The problem's code, or ''. */
  get code(): string {
    const { code } = Object(this.json) as { code?: unknown };
    return typeof code === 'string' ? code : '';
  }

  /** The backend's clock by this answer (unix ms); NaN without a stamp. */
  get stamp(): number {
    return Number.parseInt(this.header('Fanfare-Time'), 10);
  }

  /** The parsed answer of a call that must succeed. */
  ok<Name extends RouteName>(name: Name): Output<Name> {
    check(this.status === 200, 'status 200', this);
    const result = contracts[name].output.safeParse(this.json);
    check(
      result.success,
      `a body as the contract of ${name} has it${issuesOf(result.error, this.json)}`,
      this,
    );
    return result.data as Output<Name>;
  }

  /** Refused with one of these codes, and with that code's status. */
  refused(...expected: ProblemCode[]): this {
    const wanted = expected.map((code) => `${codes[code].status} ${code}`).join(' or ');
    check(
      expected.some((code) => this.code === code && this.status === codes[code].status),
      `a refusal: ${wanted}`,
      this,
    );
    const result = problem.safeParse(this.json);
    check(result.success, `a problem document${issuesOf(result.error, this.json)}`, this);
    return this;
  }
}

type Issues = Parameters<typeof describeIssues>[0];

/** What is wrong with a body, as the end of a sentence; nothing when it is right. */
function issuesOf(error: { issues: Issues } | undefined, value: unknown): string {
  if (!error) return '';
  const problems = describeIssues(error.issues, value);
  return `; but ${problems.map(({ pointer, detail }) => `${pointer || '/'}: ${detail}`).join('; ')}`;
}
