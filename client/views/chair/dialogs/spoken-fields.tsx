import type { JSX } from 'solid-js';
import { useI18n } from '../../../state/i18n-context.tsx';
import { TextField } from '../../../ui/fields.tsx';

interface SpokenDraft {
  readonly pronunciation: string;
  readonly announcedAs: string;
}

/** How a name sounds, for the booths, and how the chair calls its owner. */
export function SpokenFields(props: {
  readonly draft: SpokenDraft;
  readonly onChange: (change: Partial<SpokenDraft>) => void;
}): JSX.Element {
  const i18n = useI18n();
  return (
    <div class="chair-form-row">
      <TextField
        label={i18n.t('pace.card.pronunciation')}
        hint={i18n.t('pace.card.pronunciationHint')}
        value={props.draft.pronunciation}
        onInput={(pronunciation) => props.onChange({ pronunciation })}
      />
      <TextField
        label={i18n.t('pace.card.announcedAs')}
        hint={i18n.t('pace.card.announcedAsHint')}
        value={props.draft.announcedAs}
        onInput={(announcedAs) => props.onChange({ announcedAs })}
      />
    </div>
  );
}
