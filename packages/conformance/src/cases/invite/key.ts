import { defineCase } from '../../case.js';
import { check } from '../../verdict.js';
import { accept, codeOf } from './people.js';

export const key = defineCase({
  clause: 'invite.key',
  says: 'Accepting is keyed like a draw: again the same bytes, and the same key for another code is 422 `key_reused`.',
  fix: 'Put what the address names into the hash of the body.',
  needs: ['members'],
  async run({ shared, unique }) {
    const stage = await shared();
    const code = await codeOf(stage, await stage.member());
    const other = await codeOf(stage, await stage.member());
    const friend = await stage.member();
    (await accept(stage, friend, code, { key: undefined })).refused('key_missing');
    const key = unique('key');
    const first = await accept(stage, friend, code, { key });
    first.ok('invite.accept');
    const again = await accept(stage, friend, code, { key });
    check(again.text === first.text, 'the bytes of the first answer', first, again);
    (await accept(stage, friend, other, { key })).refused('key_reused');
  },
});
