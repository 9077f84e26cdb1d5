// What a widget tells, as a React component's `onFact` props.
import type { FactDeclaration } from '@fanfare/core';

/** A problem that a widget shows. */
export interface Problem {
  code: string;
  message: string;
}

/** `made_up` is `MadeUp`. */
type Pascal<Name extends string> = Name extends `${infer First}_${infer Rest}`
  ? `${Capitalize<First>}${Pascal<Rest>}`
  : Capitalize<Name>;

type DetailOf<Declaration> = Declaration extends FactDeclaration<infer Detail> ? Detail : never;

/** `{ drawn: fact<DrawnFact>() }` gives `{ onDrawn?(detail: DrawnFact): void }`; every widget has `onError`. */
export type EventProps<Facts> = {
  [Fact in keyof Facts & string as `on${Pascal<Fact>}`]?:
    | ((detail: DetailOf<Facts[Fact]>) => void)
    | undefined;
} & { onError?: ((problem: Problem) => void) | undefined };

/** The name of the prop that hears of a fact: `made_up` is heard by `onMadeUp`. */
export const propOf = (fact: string): string =>
  `on${fact.replace(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase())}`;
