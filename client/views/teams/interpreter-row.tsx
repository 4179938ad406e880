import type { JSX } from 'solid-js';
import type { BoothName, LanguageCode } from '../../../shared/reference/languages.ts';
import { useI18n } from '../../state/i18n-context.tsx';
import { Button } from '../../ui/button.tsx';
import type { BoothEdit } from './booth-edit.ts';
import { LanguageFields } from './language-fields.tsx';
import { type DraftRow, editRow, moveRow, removeRow, withClass } from './team-draft.ts';

export function InterpreterRow(props: {
  readonly booth: BoothName;
  readonly edit: BoothEdit;
  readonly row: DraftRow;
  /** From 1. */
  readonly place: number;
  readonly last: boolean;
  readonly columns: readonly LanguageCode[];
  readonly onMic: boolean;
  readonly onRemoved: (place: number) => void;
}): JSX.Element {
  const i18n = useI18n();
  const key = props.row.key;
  const change = (how: (row: DraftRow) => DraftRow): void => props.edit.change((rows) => editRow(rows, key, how));
  const move = (by: -1 | 1): void => {
    const button = document.activeElement;
    props.edit.change((rows) => moveRow(rows, key, by));
    // A row that is moved in the document loses the focus.
    if (button instanceof HTMLElement) button.focus();
  };
  return (
    <tr data-interpreter={props.row.id} data-on-mic={props.onMic ? '' : undefined}>
      <td>
        <input
          class="input teams-initials"
          type="text"
          dir="auto"
          autocomplete="off"
          spellcheck={false}
          aria-label={i18n.t('teams.initialsAt', { number: props.place })}
          value={props.row.id}
          onInput={(event) => {
            const id = event.currentTarget.value;
            change((row) => ({ ...row, id }));
          }}
        />
      </td>
      <td>
        <input
          class="input"
          type="text"
          dir="auto"
          autocomplete="off"
          spellcheck={false}
          placeholder={i18n.t('teams.namePlaceholder')}
          aria-label={i18n.t('teams.nameAt', { number: props.place })}
          value={props.row.name}
          onInput={(event) => {
            const name = event.currentTarget.value;
            change((row) => ({ ...row, name }));
          }}
        />
      </td>
      <LanguageFields
        row={props.row}
        columns={props.columns}
        own={props.booth}
        onSet={(language, name) => change((row) => withClass(row, language, name))}
      />
      <td class="teams-order">
        <Button
          compact
          label="↑"
          spokenLabel={i18n.t('teams.up', { interpreter: props.row.id })}
          disabled={props.place === 1}
          onPress={() => move(-1)}
        />
        <Button
          compact
          label="↓"
          spokenLabel={i18n.t('teams.down', { interpreter: props.row.id })}
          disabled={props.last}
          onPress={() => move(1)}
        />
        <Button
          compact
          class="teams-remove"
          label="×"
          spokenLabel={i18n.t('teams.remove', { interpreter: props.row.id })}
          onPress={() => {
            const { place } = props;
            props.edit.change((rows) => removeRow(rows, key));
            props.onRemoved(place);
          }}
        />
      </td>
    </tr>
  );
}
