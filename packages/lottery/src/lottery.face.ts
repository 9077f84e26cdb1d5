// What a wheel and a grid are given alike: they only draw, what moves them is in lottery.mover.tsx.
import type { PublicPrize } from '@fanfare/protocol';
import type { ComponentChildren, ComponentType, RefObject } from 'preact';

export interface FaceProps {
  prizes: readonly PublicPrize[];
  locale: string;
  /** Read out instead of the picture. */
  label: string;
  /** What loads a moment later: icons by kind of prize, and the lights on the rim. */
  extras: { ICONS: { [kind: string]: string }; Lights: ComponentType } | undefined;
  /** What moves. */
  turns: RefObject<HTMLDivElement | null>;
  /** The button in the middle. */
  children?: ComponentChildren;
}
