import { createMemo, createUniqueId, For, type JSX, Show } from 'solid-js';
import type { Meeting } from '../../../shared/domain/meeting.ts';
import { type CoverCell, coverFindings, type CoverFinding, coverOf, type FloorCover } from '../../../shared/domain/rules/team-cover.ts';
import { useI18n } from '../../state/i18n-context.tsx';
import { Chip, LanguageTag, type Tone } from '../../ui/chip.tsx';
import { Initials } from './initials.tsx';
import { boothList, boothWords } from './words.ts';

/** At one look: which booth follows which language, by whom, and where that hangs on one person or on nobody. */
export function CoverPanel(props: {
  readonly meeting: Pick<Meeting, 'languages' | 'booths' | 'practice'>;
  /** Teams are shown that are not saved yet. */
  readonly withDrafts: boolean;
}): JSX.Element {
  const i18n = useI18n();
  const titleId = createUniqueId();
  const cover = createMemo(() => coverOf(props.meeting));
  const findings = createMemo(() => coverFindings(props.meeting));
  return (
    <section class="card teams-cover" aria-labelledby={titleId}>
      <div class="teams-panel-head">
        <h2 class="label" id={titleId}>
          {i18n.t('teams.cover.title')}
        </h2>
        <Show when={props.withDrafts}>
          <Chip tone="warn">{i18n.t('teams.cover.withDrafts')}</Chip>
        </Show>
      </div>
      <Show when={cover()} fallback={<p class="muted">{i18n.t('teams.cover.unknown')}</p>}>
        {(rows) => (
          <>
            <CoverTable rows={rows()} />
            <p class="muted teams-legend">{i18n.t('teams.cover.legend')}</p>
            <ul class="teams-findings">
              <For each={findings()} fallback={<li>{i18n.t('teams.cover.good')}</li>}>
                {(finding) => <li>{findingWords(finding)}</li>}
              </For>
            </ul>
          </>
        )}
      </Show>
    </section>
  );

  function findingWords(finding: CoverFinding): JSX.Element {
    switch (finding.kind) {
      case 'noTeam':
        return i18n.t('teams.cover.noTeam', { booth: boothWords(i18n, finding.booth) });
      case 'isolated':
        return (
          <>
            <Initials of={finding.who} /> · {i18n.t('teams.cover.isolated', { booth: boothWords(i18n, finding.booth) })}
          </>
        );
      case 'alwaysGap':
        return i18n.t('teams.cover.alwaysGap', { booth: boothWords(i18n, finding.booth) });
      case 'gap':
        return i18n.t(finding.consent ? 'teams.cover.gapConsent' : 'teams.cover.gap', {
          language: i18n.languageName(finding.floor),
          booths: boothList(i18n, finding.booths),
        });
    }
  }
}

function CoverTable(props: { readonly rows: readonly FloorCover[] }): JSX.Element {
  const i18n = useI18n();
  return (
    <table class="table teams-cover-table">
      <caption class="visually-hidden">{i18n.t('teams.cover.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{i18n.t('teams.cover.floor')}</th>
          <For each={props.rows[0]?.cells ?? []}>
            {(cell) => (
              <th scope="col" aria-label={boothWords(i18n, cell.booth)}>
                <LanguageTag code={cell.booth} />
              </th>
            )}
          </For>
        </tr>
      </thead>
      <tbody>
        <For each={props.rows}>
          {(row) => (
            <tr data-floor={row.floor} data-thin={row.thin ? '' : undefined}>
              <th scope="row">
                <span class="teams-floor-name">{i18n.languageName(row.floor)}</span>
                <span class="teams-verdict toned" data-tone={row.thin ? 'warn' : undefined}>
                  <Show
                    when={row.thin}
                    fallback={<span class="muted">{i18n.t('teams.cover.count', { count: row.firstHand.length })}</span>}
                  >
                    {i18n.t('teams.cover.only')} <Initials of={row.firstHand.map(({ interpreter }) => interpreter)} />
                  </Show>
                </span>
              </th>
              <For each={row.cells}>{(cell) => <CoverTableCell cell={cell} />}</For>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  );
}

function CoverTableCell(props: { readonly cell: CoverCell }): JSX.Element {
  const i18n = useI18n();
  const tone = (): Tone | undefined => {
    if (props.cell.role === 'gap') return 'air';
    const hangs = props.cell.single && props.cell.role !== 'direct';
    return hangs || props.cell.role === 'doubleRelay' ? 'warn' : undefined;
  };
  return (
    <td data-role={props.cell.role} data-booth={props.cell.booth} data-tone={tone()}>
      <span class="teams-sign" aria-hidden="true">
        <bdi dir={props.cell.via === null ? undefined : 'ltr'}>{sign(props.cell)}</bdi>
      </span>
      <span class="visually-hidden">{spoken(props.cell)} </span>
      <span class="teams-who">
        <Initials of={props.cell.who} />
      </span>
    </td>
  );

  function sign({ role, via }: CoverCell): string {
    const channel = via?.toUpperCase() ?? '';
    switch (role) {
      case 'own':
        return '·';
      case 'direct':
        return '+';
      case 'relay':
        return `${channel} −`;
      case 'doubleRelay':
        return `${channel} − −`;
      case 'retour':
        return `→ ${channel}`;
      case 'fedByRetour':
        return i18n.t('words.relay.standby');
      case 'gap':
        return i18n.t('words.relay.gap');
    }
  }

  function spoken({ role, via, single }: CoverCell): string {
    const language = via === null ? '' : i18n.languageName(via);
    const hangs = single && role !== 'direct' ? `, ${i18n.t('teams.cover.hangsOnOne')}` : '';
    switch (role) {
      case 'own':
      case 'fedByRetour':
        return i18n.t('words.relay.standby');
      case 'direct':
        return i18n.t('words.relay.direct');
      case 'gap':
        return i18n.t('words.relay.gap');
      case 'relay':
        return i18n.t('teams.cover.relayFrom', { language }) + hangs;
      case 'doubleRelay':
        return i18n.t('teams.cover.doubleRelayFrom', { language }) + hangs;
      case 'retour':
        return i18n.t('teams.cover.retourInto', { language }) + hangs;
    }
  }
}
