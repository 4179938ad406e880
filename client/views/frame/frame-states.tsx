/** What a page says when it has nothing to show, when it has stopped, and when a command was refused. */
import { type JSX, Show } from 'solid-js';
import { useI18n } from '../../state/i18n-context.tsx';
import { useMeetingState } from '../../state/meeting-context.tsx';
import type { RefusalView } from '../../state/meeting-state.ts';
import { Notice } from '../../ui/notice.tsx';

export function NothingYet(): JSX.Element {
  const state = useMeetingState();
  const i18n = useI18n();
  return (
    <Show
      when={state.connection().reason}
      fallback={
        <div class="blank-state">
          <h2>{i18n.t('common.waitingForMeeting')}</h2>
          <p class="muted">{i18n.t('common.waitingAdvice')}</p>
        </div>
      }
    >
      {(reason) => (
        <div class="blank-state">
          <h2>{i18n.t(`common.stopReasons.${reason()}.title`)}</h2>
          <p class="muted">{i18n.t(`common.stopReasons.${reason()}.advice`)}</p>
          <a class="button" href="/">
            {i18n.t('common.allMeetings')}
          </a>
        </div>
      )}
    </Show>
  );
}

export function StoppedNotice(): JSX.Element {
  const state = useMeetingState();
  const i18n = useI18n();
  return (
    <Show when={state.connection().reason}>
      {(reason) => (
        <Notice
          tone="air"
          title={i18n.t(`common.stopReasons.${reason()}.title`)}
          advice={i18n.t(`common.stopReasons.${reason()}.advice`)}
          dismissLabel={i18n.t('common.dismiss')}
        />
      )}
    </Show>
  );
}

export function RefusalNotice(props: { readonly refusal: RefusalView }): JSX.Element {
  const i18n = useI18n();
  const code = (): NonNullable<RefusalView['outcome']['code']> => props.refusal.outcome.code ?? 'storeUnavailable';
  const params = (): Readonly<Record<string, string | number>> => props.refusal.outcome.params ?? {};
  return (
    <Notice
      tone="warn"
      title={i18n.t(`refusals.${code()}.title`, params())}
      advice={i18n.t(`refusals.${code()}.advice`, params())}
      dismissLabel={i18n.t('common.dismiss')}
      onDismiss={props.refusal.dismiss}
    />
  );
}
