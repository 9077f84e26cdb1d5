import { defineCase } from '../../case.js';
import { check } from '../../verdict.js';

export const meRevision = defineCase({
  clause: 'core.me.revision',
  says: 'Each section has an integer `revision` that grows with every change of it; a mutation answers the sections it changed.',
  fix: 'Count the revision up in the transaction that changes the section, and answer the new one.',
  needs: ['members'],
  features: ['lottery'],
  async run({ shared }) {
    const stage = await shared();
    const person = await stage.drawer();
    const before = (await stage.me(person)).sections.chances!.revision;
    const drawn = await stage.draw(person);
    const { revision } = drawn.ok('lottery.draw').sections.chances;
    check(revision > before, `a revision of \`chances\` above ${before}`, drawn);
    const after = (await stage.me(person)).sections.chances!.revision;
    check(after >= revision, `\`me\` at revision ${revision} or above, not ${after}`, drawn);
  },
});
