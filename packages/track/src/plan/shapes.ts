// The types that a plan gives to `track`.
import type { EventDeclaration, EventDeclarations, FactSources, PropertyKind, Scalar } from './plan.js';

type ValueOf<Kind extends PropertyKind> = Kind extends `string${string}`
  ? string
  : Kind extends `number${string}`
    ? number
    : boolean;
type Optional<Kinds> = {
  [Name in keyof Kinds]: Kinds[Name] extends `${string}?` ? Name : never;
}[keyof Kinds];
type Flat<T> = { [Key in keyof T]: T[Key] };

/** The properties that an own event takes. */
export type OwnShape<Declaration extends EventDeclaration> = Declaration extends {
  properties: infer Kinds extends { readonly [name: string]: PropertyKind };
}
  ? Flat<
      { -readonly [Name in Exclude<keyof Kinds, Optional<Kinds>>]: ValueOf<Kinds[Name]> } & {
        -readonly [Name in Optional<Kinds>]?: ValueOf<Kinds[Name]>;
      }
    >
  : { [name: string]: never };

type FactName<Sources extends FactSources> = {
  [Name in keyof Sources & string]: `${Name}.${(keyof Sources[Name]['facts'] & string) | 'shown'}`;
}[keyof Sources & string];

type FactShape<
  Sources extends FactSources,
  Name extends string,
> = Name extends `${infer Source}.${infer Fact}`
  ? Fact extends keyof Sources[Source]['facts']
    ? { [Property in Sources[Source]['facts'][Fact]['properties'][number]]?: Scalar }
    : { [name: string]: never }
  : never;

/** Everything that a plan of these widgets and own events knows. */
export type PlanShapes<Sources extends FactSources, Own extends EventDeclarations> = {
  [Name in FactName<Sources>]: FactShape<Sources, Name>;
} & { [Name in keyof Own & string]: OwnShape<Own[Name]> };
