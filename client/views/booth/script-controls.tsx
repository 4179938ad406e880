import { createSignal, type JSX } from 'solid-js';
import type { Entry, ScriptPosition } from '../../../shared/domain/meeting.ts';
import { type PlaceInText, paragraphFurther } from '../../../shared/domain/rules/script-follow.ts';
import { useI18n } from '../../state/i18n-context.tsx';
import { useMeetingState } from '../../state/meeting-context.tsx';
import { Button } from '../../ui/button.tsx';

const placeWords = {
  same: 'booth.script.speakerAt',
  about: 'booth.script.speakerAbout',
  behindEnd: 'booth.script.speakerBehindEnd',
} as const;

/** Moves the position that all booths share, and chooses whether this page follows it. */
export function ScriptControls(props: {
  readonly entry: Entry;
  readonly place: PlaceInText | null;
  /** Paragraphs of the version that is read. */
  readonly count: number;
  readonly follow: boolean;
  readonly onFollow: (follow: boolean) => void;
  /** Looks at the speaker's paragraph once, whether one follows or not. */
  readonly onBack: () => void;
}): JSX.Element {
  const i18n = useI18n();
  const state = useMeetingState();
  // What was asked for and has no outcome yet: two quick presses are two paragraphs.
  const [asked, setAsked] = createSignal<{ readonly entryId: string; readonly paragraph: number } | null>(null);
  const position = (): ScriptPosition | null => props.entry.script.position;
  const from = (): number | null => {
    const waiting = asked();
    return waiting !== null && waiting.entryId === props.entry.id ? waiting.paragraph : (position()?.paragraph ?? null);
  };
  const ask = async (paragraph: number, mode: ScriptPosition['mode']): Promise<void> => {
    const wanted = { entryId: props.entry.id, paragraph };
    setAsked(wanted);
    await state.send({ type: 'setScriptPosition', ...wanted, mode });
    if (asked() === wanted) setAsked(null);
  };
  const isOff = (): boolean => position()?.mode === 'offScript';
  const further = (by: number): number => paragraphFurther(props.entry.script, from(), by);
  const place = (): string => {
    const known = position();
    if (known === null || props.place === null) return i18n.t('booth.statement.positionUnknown');
    return i18n.t(placeWords[props.place.certainty], { place: known.paragraph + 1, of: props.count });
  };
  const backTo = (): string => {
    const known = position();
    if (known === null) return place();
    const back = i18n.t('booth.script.backToSpeaker', { place: known.paragraph + 1 });
    return props.place?.certainty === 'about' ? `${back}. ${i18n.t('booth.script.about')}` : back;
  };
  return (
    <div class="booth-script-controls">
      <Button
        class="booth-script-place figure"
        label={place()}
        spokenLabel={backTo()}
        action="booth.scriptToSpeaker"
        hotkey="B"
        disabled={props.place === null}
        pending={asked() !== null}
        onPress={props.onBack}
      />
      <Button
        label="¶"
        spokenLabel={i18n.t('booth.statement.back')}
        action="booth.scriptBack"
        hotkey="ArrowUp"
        onPress={() => void ask(further(-1), 'onScript')}
      />
      <Button
        label="¶"
        spokenLabel={i18n.t('booth.statement.forward')}
        action="booth.scriptForward"
        hotkey="ArrowDown"
        onPress={() => void ask(further(1), 'onScript')}
      />
      <Button
        label={i18n.t('booth.statement.skipped')}
        action="booth.scriptSkipped"
        hotkey="S"
        onPress={() => void ask(further(1), 'skipped')}
      />
      <Button
        label={i18n.t('booth.statement.offScript')}
        action="booth.scriptOff"
        hotkey="O"
        pressed={isOff()}
        onPress={() => void ask(from() ?? 0, isOff() ? 'onScript' : 'offScript')}
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
