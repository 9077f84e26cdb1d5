// What JSX is compiled to in the built packages (see vite.config.ts).
import { type ComponentType, Fragment, h, type VNode } from 'preact';

export { Fragment };

export const jsx = (type: string | ComponentType, props: object, key?: string | number): VNode =>
  h(type as ComponentType, { ...props, key });

export const jsxs = jsx;
