import { createMemo, createSignal, type JSX, Show } from 'solid-js';
import { comingCalls } from '../../../shared/domain/rules/announcement.ts';
import { plannedPaceOf } from '../../../shared/domain/rules/pace.ts';
import { nextEntry } from '../../../shared/domain/selectors.ts';
import { useI18n } from '../../state/i18n-context.tsx';
import { Button } from '../../ui/button.tsx';
import { copyText } from '../../ui/copy-text.ts';
import { useHotkey, useHotkeys } from '../../ui/hotkeys.ts';
import { printedKey } from '../../ui/key-names.ts';
import { announcementSentence } from '../pace/announcement.ts';
import { paceTones, plannedWords } from '../pace/pace-words.ts';
import { useChair } from './chair-context.tsx';

/**
 * Before the next speaker begins: the beginning of what the chair says in a line that is always there, all of it in a
 * card that opens over the list, so that nothing moves.
 */
export function Announcement(): JSX.Element {
  const chair = useChair();
  const i18n = useI18n();
  const hotkeys = useHotkeys();
  const [open, setOpen] = createSignal(false);
  const [copied, setCopied] = createSignal<string | null>(null);
  const sentence = createMemo(() => announcementSentence(comingCalls(chair.meeting(), i18n.language()), i18n));
  const isShown = (): boolean => open() && sentence() !== null;
  const toggle = (): void => void setOpen(!open() && sentence() !== null);
  let paragraph: HTMLParagraphElement | undefined;
  const copy = async (): Promise<void> => {
    const words = sentence();
    if (words === null) return;
    if (await copyText(words)) {
      setCopied(words);
      return;
    }
    // Where the browser forbids it the words are marked, so that its own keys copy them.
    setOpen(true);
    if (paragraph !== undefined) document.getSelection()?.selectAllChildren(paragraph);
  };
  const closeByKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') setOpen(false);
  };
  useHotkey({ id: 'showAnnouncement', defaultKey: 'M', label: () => i18n.t('pace.card.announcement'), run: toggle });

  return (
    <div class="chair-next" on:keydown={closeByKey}>
      <NextPace />
      <button
        type="button"
        class="button chair-next-open"
        aria-label={`${i18n.t('pace.card.announcement')}: ${sentence() ?? i18n.t('chair.reason.nobodyWaits')}`}
        aria-expanded={isShown()}
        aria-disabled={sentence() === null ? 'true' : undefined}
        aria-keyshortcuts={hotkeys?.keyOf('showAnnouncement') ?? undefined}
        onClick={toggle}
      >
        <span class="chair-next-line">{sentence() ?? i18n.t('chair.reason.nobodyWaits')}</span>
        <Show when={sentence() !== null}>
          <span aria-hidden="true">…</span>
        </Show>
        <Show when={hotkeys?.keyOf('showAnnouncement')}>
          {(key) => (
            <kbd class="key" aria-hidden="true">
              {printedKey(key())}
            </kbd>
          )}
        </Show>
      </button>
      <Button
        compact
        label={i18n.t(copied() !== null && copied() === sentence() ? 'common.copied' : 'common.copy')}
        spokenLabel={i18n.t('pace.card.copy')}
        action="copyAnnouncement"
        hotkey="J"
        disabled={sentence() === null}
        reason={i18n.t('chair.reason.nobodyWaits')}
        onPress={copy}
      />
      <Show when={isShown()}>
        <section class="card chair-next-full" aria-label={i18n.t('pace.card.announcement')}>
          <h2 class="label">{i18n.t('pace.card.announcement')}</h2>
          <p ref={paragraph}>{sentence()}</p>
          <NextPace />
        </section>
      </Show>
    </div>
  );
}

/** Whether the text of the next speaker fits its time. */
function NextPace(): JSX.Element {
  const chair = useChair();
  const i18n = useI18n();
  const next = createMemo(() => (chair.meeting().status === 'closed' ? null : nextEntry(chair.meeting())));
  const pace = createMemo(() => {
    const entry = next();
    return entry === null ? null : plannedPaceOf(chair.meeting(), entry);
  });
  return (
    <p class="chair-next-pace toned" data-tone={paceTones[pace()?.level ?? 'ok']}>
      <Show when={next()}>
        {(entry) => (
          <Show when={pace()} fallback={<span class="muted">{i18n.t('pace.noText')}</span>}>
            {(known) => <>{plannedWords(known(), entry().limitSeconds, i18n)}</>}
          </Show>
        )}
      </Show>
    </p>
  );
}
