import { createSignal, type JSX } from 'solid-js';
import { useI18n } from '../../state/i18n-context.tsx';
import { Button } from '../../ui/button.tsx';
import type { TextDifference } from './script-difference.ts';

/** What the version changes, in one line, and a way from change to change. Lies where the terms are. */
export function ScriptChanges(props: {
  readonly difference: TextDifference;
  readonly version: number;
  readonly before: number;
  readonly onShow: (paragraph: number) => void;
}): JSX.Element {
  const i18n = useI18n();
  const [at, setAt] = createSignal(-1);
  const places = (): readonly number[] => [...props.difference.changes.keys()];
  const summary = (): string => {
    const { reworded, added, removed } = props.difference;
    const counted = [
      reworded > 0 ? i18n.t('booth.script.reworded', { count: reworded }) : '',
      added > 0 ? i18n.t('booth.script.added', { count: added }) : '',
      removed > 0 ? i18n.t('booth.script.removed', { count: removed }) : '',
    ].filter((words) => words !== '');
    return counted.length === 0 ? i18n.t('booth.script.unchanged') : counted.join(' · ');
  };
  const next = (): void => {
    const place = places().find((paragraph) => paragraph > at()) ?? places()[0];
    if (place === undefined) return;
    setAt(place);
    props.onShow(place);
  };
  return (
    <div class="booth-changes">
      <p role="status">
        <span class="label">{i18n.t('booth.script.against', { version: props.version, before: props.before })}</span>{' '}
        <span class="figure">{summary()}</span>
      </p>
      <Button
        label={i18n.t('booth.script.nextChange')}
        action="booth.scriptNextChange"
        hotkey="J"
        disabled={places().length === 0}
        onPress={next}
      />
    </div>
  );
}
