import type { Translate } from '@fanfare/core';
import type { PanelActions } from './rehearsal.controller.js';
import { Group } from './rehearsal.group.js';
import type { RehearsalKey } from './rehearsal.text.js';

interface Props {
  actions: PanelActions;
  t: Translate<RehearsalKey>;
}

/** Hands a text to the browser as a file. */
function download({ name, text }: { name: string; text: string }): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Saves, opens and forgets everything. */
export function StateTools({ actions, t }: Props) {
  const save = async () => {
    const file = await actions.save();
    if (file) download(file);
  };
  const choose = ({ currentTarget }: { currentTarget: HTMLInputElement }) => {
    const [file] = currentTarget.files ?? [];
    if (file) actions.open(file);
    currentTarget.value = '';
  };
  return (
    <Group name={t('state')}>
      <button type="button" class="chip" onClick={save}>
        {t('save')}
      </button>
      <label class="chip file">
        {t('open')}
        <input type="file" accept="application/json,.json" class="hush" onChange={choose} />
      </label>
      <button type="button" class="chip" onClick={actions.reset}>
        {t('reset')}
      </button>
    </Group>
  );
}
