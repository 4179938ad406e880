import { createResource, For, type JSX, Match, Switch } from 'solid-js';
import { stationKind } from '../../../shared/domain/stations.ts';
import { useI18n } from '../../state/i18n-context.tsx';
import { fetchLinks, type MeetingSummary, type StationLink } from '../../state/meetings-list.ts';
import { Chip } from '../../ui/chip.tsx';
import { DeleteMeeting } from './delete-meeting.tsx';
import { StationRow } from './station-row.tsx';

export function MeetingCard(props: { readonly meeting: MeetingSummary; readonly onDeleted: () => void }): JSX.Element {
  const i18n = useI18n();
  const [links] = createResource(() => props.meeting.id, fetchLinks);
  const running = (): boolean => props.meeting.status === 'running';
  return (
    <article class="card home-meeting" data-meeting={props.meeting.id}>
      <header class="home-meeting-head">
        <div>
          <h3 class="home-meeting-title">
            <bdi>{props.meeting.title}</bdi>
          </h3>
          <p class="muted">{i18n.day(props.meeting.date)}</p>
        </div>
        <Chip tone={running() ? 'air' : undefined} dot={running()}>
          {i18n.t(`words.meetingStatus.${props.meeting.status}`)}
        </Chip>
      </header>
      <Switch>
        <Match when={links.error !== undefined}>
          <p class="muted">{i18n.t('home.linksAway')}</p>
        </Match>
        <Match when={links.state === 'ready' && links() === null}>
          <HowToGetLinks />
        </Match>
        <Match when={links()}>
          {(list) => (
            <>
              <LinksByPlace links={list()} />
              <div>
                <DeleteMeeting meeting={props.meeting} onDeleted={props.onDeleted} />
              </div>
            </>
          )}
        </Match>
      </Switch>
    </article>
  );
}

function LinksByPlace(props: { readonly links: readonly StationLink[] }): JSX.Element {
  const i18n = useI18n();
  const groups = (): readonly { readonly title: string; readonly links: readonly StationLink[] }[] => [
    { title: i18n.t('home.desksTitle'), links: ofKinds(['chair', 'chief', 'webcast', 'viewer']) },
    { title: i18n.t('home.boothsTitle'), links: ofKinds(['booth']) },
    { title: i18n.t('home.screensTitle'), links: ofKinds(['display', 'output']) },
  ];
  const ofKinds = (kinds: readonly string[]): readonly StationLink[] =>
    props.links.filter(({ station }) => kinds.includes(stationKind(station)));
  return (
    <>
      <p class="muted">{i18n.t('home.linksAdvice')}</p>
      <div class="home-places">
        <For each={groups()}>
          {(group) => (
            <section class="home-place">
              <h4 class="label">{group.title}</h4>
              <ul>
                <For each={group.links}>{(link) => <StationRow link={link} />}</For>
              </ul>
            </section>
          )}
        </For>
      </div>
    </>
  );
}

function HowToGetLinks(): JSX.Element {
  const i18n = useI18n();
  const example = `${location.origin}/join/…`;
  return (
    <section class="home-how">
      <h4>{i18n.t('home.howTitle')}</h4>
      <p class="muted">{i18n.t('home.howAdvice')}</p>
      <p>
        {i18n.t('home.howExample')} <code class="home-example">{example}</code>
      </p>
      <p class="muted">{i18n.t('home.howStation')}</p>
    </section>
  );
}
