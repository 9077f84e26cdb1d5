// What a widget tells, as a Vue component's emits.
import type { FactDeclaration } from '@fanfare/core';

/** A problem that a widget shows. */
export interface Problem {
  code: string;
  message: string;
}

/** `made_up` is `madeUp`, heard by `@made-up`. */
type Camel<Name extends string> = Name extends `${infer First}_${infer Rest}`
  ? `${First}${Capitalize<Camel<Rest>>}`
  : Name;

type DetailOf<Declaration> = Declaration extends FactDeclaration<infer Detail> ? Detail : never;

/** `{ drawn: fact<DrawnFact>() }` gives `{ drawn(detail: DrawnFact): true }`; every widget has `error`. */
export type Emits<Facts> = {
  [Fact in keyof Facts & string as Camel<Fact>]: (detail: DetailOf<Facts[Fact]>) => true;
} & { error: (problem: Problem) => true };

/** The name of a fact's emit: `made_up` is emitted as `madeUp`. */
export const emitOf = (fact: string): string =>
  fact.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
