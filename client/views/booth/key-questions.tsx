import { type JSX, Match, Switch } from 'solid-js';
import type { Meeting } from '../../../shared/domain/meeting.ts';
import { floorEntry } from '../../../shared/domain/selectors.ts';
import { type BoothName, isLanguage } from '../../../shared/reference/languages.ts';
import { useI18n } from '../../state/i18n-context.tsx';
import { useMeetingState } from '../../state/meeting-context.tsx';
import { HandoverQuestion } from './handover-question.tsx';
import { type KeyChoice, KeyChooser } from './key-chooser.tsx';
import { retourChoices } from './task.ts';

export type Question = 'handOver' | 'floorLanguage' | 'retour';

/** The keys that need one answer more, and what is sent for each. */
export function KeyQuestions(props: {
  readonly meeting: Meeting;
  readonly booth: BoothName;
  readonly question: Question | null;
  readonly onDone: () => void;
}): JSX.Element {
  const i18n = useI18n();
  const state = useMeetingState();
  const languages = (): readonly KeyChoice[] =>
    floorChoices(props.meeting).map((code) => ({ value: code, label: i18n.languageName(code) }));
  const retours = (): readonly KeyChoice[] =>
    retourChoices(props.meeting, props.booth).map((code) => ({ value: code, label: i18n.languageName(code) }));
  const common = () => ({ empty: i18n.t('booth.noTeam'), cancelLabel: i18n.t('common.cancel'), onCancel: props.onDone });
  return (
    <Switch>
      <Match when={props.question === 'handOver'}>
        <HandoverQuestion meeting={props.meeting} booth={props.booth} onDone={props.onDone} />
      </Match>
      <Match when={props.question === 'floorLanguage'}>
        <KeyChooser
          {...common()}
          title={i18n.t('booth.floorLanguageTitle')}
          choices={languages()}
          onChoose={(language) => {
            void state.send({ type: 'setFloorLanguage', language });
            props.onDone();
          }}
        />
      </Match>
      <Match when={props.question === 'retour'}>
        <KeyChooser
          {...common()}
          title={i18n.t('booth.retourTitle')}
          choices={retours()}
          onChoose={(into) => {
            if (isLanguage(into) && isLanguage(props.booth)) void state.send({ type: 'announceRetour', booth: props.booth, into });
            props.onDone();
          }}
        />
      </Match>
    </Switch>
  );
}

/** All but the one spoken now; the language the paper expects first, since speakers go back to it. */
function floorChoices(meeting: Meeting): readonly string[] {
  const expected = floorEntry(meeting)?.language;
  const all = new Set([...(expected === undefined ? [] : [expected]), ...meeting.languages]);
  return [...all].filter((code) => code !== meeting.floor?.language);
}
