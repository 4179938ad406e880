import { createSignal, type JSX } from 'solid-js';
import type { Entry, ScriptPosition, ScriptText } from '../../../shared/domain/meeting.ts';
import { useI18n } from '../../state/i18n-context.tsx';
import { useMeetingState } from '../../state/meeting-context.tsx';
import { Button } from '../../ui/button.tsx';

/** Moves the position that all booths share, and chooses whether this page follows it. */
export function ScriptControls(props: {
  readonly entry: Entry;
  readonly text: ScriptText;
  readonly follow: boolean;
  readonly onFollow: (follow: boolean) => void;
}): JSX.Element {
  const i18n = useI18n();
  const state = useMeetingState();
  // What was asked for and has no outcome yet: two quick presses are two paragraphs.
  const [asked, setAsked] = createSignal<{ readonly entryId: string; readonly paragraph: number } | null>(null);
  const position = (): ScriptPosition | null => props.entry.script.position;
  const last = (): number => props.text.paragraphs.length - 1;
  const from = (): number => {
    const waiting = asked();
    return waiting !== null && waiting.entryId === props.entry.id ? waiting.paragraph : (position()?.paragraph ?? -1);
  };
  const ask = async (paragraph: number, mode: ScriptPosition['mode']): Promise<void> => {
    const wanted = { entryId: props.entry.id, paragraph: Math.min(Math.max(0, paragraph), last()) };
    setAsked(wanted);
    await state.send({ type: 'setScriptPosition', ...wanted, mode });
    if (asked() === wanted) setAsked(null);
  };
  const isOff = (): boolean => position()?.mode === 'offScript';
  const place = (): string => {
    const known = position();
    if (known === null) return i18n.t('booth.statement.positionUnknown');
    return i18n.t('booth.statement.paragraphOf', { place: known.paragraph + 1, of: last() + 1 });
  };
  return (
    <div class="booth-script-controls">
      <span class="booth-script-place figure" data-pending={asked() === null ? undefined : ''}>
        {place()}
      </span>
      <Button
        label="¶"
        spokenLabel={i18n.t('booth.statement.back')}
        action="booth.scriptBack"
        hotkey="ArrowUp"
        onPress={() => void ask(from() - 1, 'onScript')}
      />
      <Button
        label="¶"
        spokenLabel={i18n.t('booth.statement.forward')}
        action="booth.scriptForward"
        hotkey="ArrowDown"
        onPress={() => void ask(from() + 1, 'onScript')}
      />
      <Button
        label={i18n.t('booth.statement.skipped')}
        action="booth.scriptSkipped"
        hotkey="S"
        onPress={() => void ask(from() + 1, 'skipped')}
      />
      <Button
        label={i18n.t('booth.statement.offScript')}
        action="booth.scriptOff"
        hotkey="O"
        pressed={isOff()}
        onPress={() => void ask(from(), isOff() ? 'onScript' : 'offScript')}
      />
      <Button
        label={i18n.t('booth.statement.follow')}
        action="booth.scriptFollow"
        hotkey="F"
        pressed={props.follow}
        onPress={() => props.onFollow(!props.follow)}
      />
    </div>
  );
}
