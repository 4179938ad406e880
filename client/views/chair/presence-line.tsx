import { createMemo, For, type JSX, Show } from 'solid-js';
import type { Meeting } from '../../../shared/domain/meeting.ts';
import { boothLanguage, type Station } from '../../../shared/domain/stations.ts';
import { useI18n } from '../../state/i18n-context.tsx';
import { useMeetingState } from '../../state/meeting-context.tsx';
import { LanguageTag } from '../../ui/chip.tsx';

/** Which of the booths, the webcast and the output pages have no page open. Nothing at all when it is not known. */
export function PresenceLine(props: { readonly meeting: Meeting }): JSX.Element {
  const state = useMeetingState();
  const i18n = useI18n();
  const missing = createMemo(() => {
    const stations: readonly Station[] = [...props.meeting.languages.map((language): Station => `booth:${language}`), 'webcast', 'output'];
    return stations.filter((station) => (state.presence()?.[station] ?? 0) === 0);
  });
  return (
    <Show when={state.presence() !== null}>
      <p
        class="chair-presence"
        data-tone={missing().length === 0 ? 'preview' : 'warn'}
        data-complete={missing().length === 0 ? '' : undefined}
      >
        <span>{i18n.t(missing().length === 0 ? 'chair.booths.allConnected' : 'chair.booths.notConnected')}</span>
        <For each={missing()}>
          {(station) => (
            <span data-station={station}>
              <Show when={boothLanguage(station)} fallback={i18n.stationName(station)}>
                {(code) => (
                  <>
                    <span aria-hidden="true">
                      <LanguageTag code={code()} />
                    </span>
                    <span class="visually-hidden">{i18n.stationName(station)}</span>
                  </>
                )}
              </Show>
            </span>
          )}
        </For>
      </p>
    </Show>
  );
}
