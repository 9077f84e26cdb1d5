// What each tag takes, tells and can be styled by: custom-elements.json, which is made of the widgets' own values.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineLoader } from 'vitepress';

interface Named {
  name: string;
  description?: string;
}
export interface Tag {
  tagName: string;
  attributes: (Named & { type: { text: string }; default?: string; fieldName?: string })[];
  members: (Named & { type?: { text: string } })[];
  events: Named[];
  cssParts: Named[];
  cssProperties: Named[];
}

const manifest = resolve(import.meta.dirname, '../../../packages/elements/dist/custom-elements.json');

declare const data: Record<string, Tag>;

export { data };

export default defineLoader({
  watch: [manifest],
  load(): Record<string, Tag> {
    const { modules } = JSON.parse(readFileSync(manifest, 'utf8')) as { modules: { declarations: Tag[] }[] };
    return Object.fromEntries(modules[0]!.declarations.map((tag) => [tag.tagName, tag]));
  },
});
