import type { ComponentChildren } from 'preact';

interface Props {
  name: string;
  kind?: string;
  children: ComponentChildren;
}

/** Buttons of one kind under their name. */
export const Group = ({ name, kind = 'row', children }: Props) => (
  <fieldset class="group">
    <legend>{name}</legend>
    <div class={kind}>{children}</div>
  </fieldset>
);
