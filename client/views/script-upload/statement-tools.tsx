import { createMemo, createSignal, type JSX, lazy, Show, Suspense } from 'solid-js';
import type { Entry, Meeting } from '../../../shared/domain/meeting.ts';
import { floorEntry, queue } from '../../../shared/domain/selectors.ts';
import type { EntryId } from '../../../shared/lib/ids.ts';
import type { BoothName } from '../../../shared/reference/languages.ts';
import { useI18n } from '../../state/i18n-context.tsx';
import { useMeetingState } from '../../state/meeting-context.tsx';
import { Button } from '../../ui/button.tsx';

const ScriptUploadDialog = lazy(async () => ({ default: (await import('./script-upload-dialog.tsx')).ScriptUploadDialog }));
const GlossaryDialog = lazy(async () => ({ default: (await import('../glossary/glossary-dialog.tsx')).GlossaryDialog }));

/** What a booth does about the text it reads: hand one in for this speaker or a later one, look a term up. */
export function StatementTools(props: { readonly meeting: Meeting; readonly booth: BoothName; readonly entry: Entry | null }): JSX.Element {
  const i18n = useI18n();
  const state = useMeetingState();
  // Whose text, as it was when the key was pressed: the floor may change while somebody looks for the file.
  const [uploading, setUploading] = createSignal<EntryId | null>(null);
  const [glossaryOpen, setGlossaryOpen] = createSignal(false);
  const others = createMemo(() => {
    const floor = floorEntry(props.meeting);
    return [...(floor === null ? [] : [floor]), ...queue(props.meeting)];
  });
  return (
    <>
      <Show when={state.may('setScript')}>
        <Button
          compact
          label={i18n.t('scripts.open')}
          spokenLabel={i18n.t('scripts.openSpoken')}
          action="booth.upload"
          hotkey="U"
          disabled={props.entry === null}
          reason={i18n.t('booth.statement.nobodyTitle')}
          onPress={() => setUploading(props.entry?.id ?? null)}
        />
      </Show>
      <Button compact label={i18n.t('glossary.open')} action="booth.glossary" hotkey="G" onPress={() => setGlossaryOpen(true)} />
      <Suspense>
        <Show when={uploading()} keyed>
          {(entryId) => (
            <ScriptUploadDialog meeting={props.meeting} entryId={entryId} others={others()} onClose={() => setUploading(null)} />
          )}
        </Show>
        <Show when={glossaryOpen()}>
          <GlossaryDialog meeting={props.meeting} booth={props.booth} onClose={() => setGlossaryOpen(false)} />
        </Show>
      </Suspense>
    </>
  );
}
