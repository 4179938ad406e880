import { For, type JSX } from 'solid-js';
import type { Entry, Person } from '../../../../shared/domain/meeting.ts';
import { type CaptionState, captionState } from '../../../../shared/domain/rules/captions.ts';
import type { Language } from '../../../../shared/reference/languages.ts';
import { useI18n } from '../../../state/i18n-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { Chip, LanguageTag, type Tone } from '../../../ui/chip.tsx';
import { useChair } from '../chair-context.tsx';
import type { CaptionDraft, PersonDraft } from '../entry-drafts.ts';
import { TextField } from '../../../ui/fields.tsx';

const tones = { verified: 'preview', unverified: 'warn', missing: 'warn' } as const satisfies Record<CaptionState, Tone>;

/** The name and the function on the lower third in each language, and who vouches for them. */
export function CaptionFields(props: {
  readonly entry: Entry;
  readonly person: Person;
  readonly draft: PersonDraft;
  readonly onChange: (person: PersonDraft) => void;
  readonly onVerified: () => void;
}): JSX.Element {
  const chair = useChair();
  const i18n = useI18n();
  const typed = (language: Language): CaptionDraft => props.draft.captions[language];
  const change = (language: Language, caption: CaptionDraft): void =>
    props.onChange({ ...props.draft, captions: { ...props.draft.captions, [language]: caption } });
  /** Verified, and nothing else typed since. */
  const isDone = (language: Language): boolean => {
    const saved = props.person.captions[language];
    return saved?.verified != null && saved.name === typed(language).name && (saved.function ?? '') === typed(language).function;
  };
  const verify = async (language: Language): Promise<void> => {
    const caption = typed(language);
    const carriedOut = await chair.give(
      {
        type: 'verifyName',
        entryId: props.entry.id,
        personId: props.person.id,
        language,
        text: caption.name,
        ...(caption.function.trim() === '' ? {} : { function: caption.function }),
      },
      i18n.t('chair.list.done', { action: i18n.t('chair.field.verify'), name: caption.name }),
    );
    if (carriedOut) props.onVerified();
  };
  return (
    <fieldset class="chair-captions">
      <legend class="label">{i18n.t('chair.field.captions')}</legend>
      <For each={chair.meeting().languages}>
        {(language) => (
          <div class="chair-caption">
            <span title={i18n.languageName(language)}>
              <LanguageTag code={language} />
            </span>
            <TextField
              labelHidden
              label={`${i18n.t('chair.field.captionName')}, ${i18n.languageName(language)}`}
              language={language}
              value={typed(language).name}
              onInput={(name) => change(language, { ...typed(language), name })}
            />
            <TextField
              labelHidden
              label={`${i18n.t('chair.field.captionFunction')}, ${i18n.languageName(language)}`}
              language={language}
              value={typed(language).function}
              onInput={(role) => change(language, { ...typed(language), function: role })}
            />
            <Chip tone={tones[captionState(props.person, language)]}>{i18n.t(`chair.field.${captionState(props.person, language)}`)}</Chip>
            <Button
              compact
              label={i18n.t('chair.field.verify')}
              spokenLabel={i18n.t('chair.field.verifySpoken', { language: i18n.languageName(language) })}
              disabled={isDone(language) || typed(language).name.trim() === ''}
              reason={i18n.t(isDone(language) ? 'chair.field.verified' : 'chair.field.missing')}
              onPress={() => verify(language)}
            />
          </div>
        )}
      </For>
    </fieldset>
  );
}
