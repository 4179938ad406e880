/** What became of a file, in words: that it is being read, why not, and what a person should look at. */
import './file-words.css';
import { For, type JSX, Match, Show, Switch } from 'solid-js';
import type { IntakeFinding } from '../../../shared/domain/intake.ts';
import { type I18n, useI18n } from '../../state/i18n-context.tsx';
import type { FileReading } from './file-reading.ts';

export function FileState(props: { readonly reading: FileReading<unknown> }): JSX.Element {
  const i18n = useI18n();
  return (
    <div role="status" class="file-state">
      <Switch>
        <Match when={props.reading.status === 'reading' && props.reading}>
          {(reading) => <p>{i18n.t('scripts.reading', { name: reading().name })}</p>}
        </Match>
        <Match when={props.reading.status === 'read' && props.reading}>
          {(read) => <p class="muted">{i18n.t('scripts.readFrom', { name: read().name })}</p>}
        </Match>
        <Match when={props.reading.status === 'refused' && props.reading}>
          {(refused) => (
            <div class="notice" data-tone="warn">
              <div class="notice-text">
                <p class="notice-title">{i18n.t(`intake.refusals.${refused().refusal.code}.title`)}</p>
                <p>
                  <bdi dir="auto">{refused().name}</bdi> · {i18n.t(`intake.refusals.${refused().refusal.code}.advice`)}
                </p>
              </div>
            </div>
          )}
        </Match>
      </Switch>
    </div>
  );
}

export function FileFindings(props: { readonly findings: readonly IntakeFinding[] }): JSX.Element {
  const i18n = useI18n();
  return (
    <Show when={props.findings.length > 0}>
      <ul class="file-findings" aria-label={i18n.t('scripts.findings')} tabindex="0">
        <For each={props.findings}>
          {(finding) => (
            <li class="toned" data-tone={finding.severity === 'error' ? 'air' : 'warn'}>
              {findingWords(finding, i18n)}
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}

function findingWords({ code, params, at }: IntakeFinding, i18n: I18n): string {
  const finding = i18n.t(`intake.findings.${code}`, params);
  return at === null ? finding : i18n.t('intake.atLine', { line: at, finding });
}
