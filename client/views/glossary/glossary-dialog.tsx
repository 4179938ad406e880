import { createEffect, type JSX } from 'solid-js';
import type { Meeting } from '../../../shared/domain/meeting.ts';
import type { BoothName } from '../../../shared/reference/languages.ts';
import { useI18n } from '../../state/i18n-context.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { GlossarySection } from './glossary-section.tsx';

/** The glossary over a page that has no room for it. */
export function GlossaryDialog(props: {
  readonly meeting: Meeting;
  readonly booth?: BoothName | undefined;
  readonly onClose: () => void;
}): JSX.Element {
  const i18n = useI18n();
  return (
    <Dialog open title={i18n.t('glossary.title')} closeLabel={i18n.t('common.close')} onClose={props.onClose}>
      <GlossarySection meeting={props.meeting} booth={props.booth} />
      <FocusSearch />
    </Dialog>
  );
}

/** Inside the dialog, so that its effect comes after the one that shows the dialog: a term is looked for at once. */
function FocusSearch(): JSX.Element {
  createEffect(() => document.querySelector<HTMLElement>('.glossary input[type="search"]')?.focus());
  return null;
}
