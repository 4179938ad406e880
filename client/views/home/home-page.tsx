import './home.css';
import { createResource, For, type JSX, Match, onCleanup, Show, Switch } from 'solid-js';
import { useI18n } from '../../state/i18n-context.tsx';
import { fetchMeetings } from '../../state/meetings-list.ts';
import { PreferenceChoosers } from '../frame/preference-choosers.tsx';
import { MeetingCard } from './meeting-card.tsx';

/** Meetings are started from elsewhere: the list looks again by itself. */
const refreshMs = 10_000;

export function HomePage(): JSX.Element {
  const i18n = useI18n();
  const [meetings, { refetch }] = createResource(fetchMeetings);
  const timer = setInterval(() => void refetch(), refreshMs);
  onCleanup(() => clearInterval(timer));

  // `latest` throws once the resource has failed: ask for the error first.
  const known = () => (meetings.error === undefined ? meetings.latest : undefined);
  return (
    <div class="page home">
      <header class="home-head">
        <div class="home-brand">
          <img src="/icon.svg" alt="" width="40" height="40" />
          <div>
            <h1 class="home-name">{i18n.t('common.productName')}</h1>
            <p class="muted">{i18n.t('home.tagline')}</p>
          </div>
        </div>
        <div class="top-bar-slot">
          <PreferenceChoosers />
        </div>
      </header>
      <main id="content" class="home-main" aria-busy={meetings.loading && known() === undefined}>
        <h2 class="label">{i18n.t('home.meetings')}</h2>
        <Switch>
          <Match when={meetings.error !== undefined}>
            <Message tone="warn" title={i18n.t('home.awayTitle')} advice={i18n.t('home.awayAdvice')} />
          </Match>
          <Match when={known() === undefined}>
            <p class="muted" role="status">
              {i18n.t('home.loading')}
            </p>
          </Match>
          <Match when={known()?.length === 0}>
            <Message title={i18n.t('home.emptyTitle')} advice={i18n.t('home.emptyAdvice')} />
          </Match>
          <Match when={known()}>{(list) => <For each={list().map(({ id }) => id)}>{(id) => <CardOf id={id} />}</For>}</Match>
        </Switch>
      </main>
    </div>
  );

  /** Looked up by id: a refreshed list must not draw its cards anew under somebody's finger. */
  function CardOf(props: { readonly id: string }): JSX.Element {
    const summary = () => known()?.find(({ id }) => id === props.id);
    return <Show when={summary()}>{(meeting) => <MeetingCard meeting={meeting()} onDeleted={() => void refetch()} />}</Show>;
  }
}

function Message(props: { readonly tone?: 'warn'; readonly title: string; readonly advice: string }): JSX.Element {
  return (
    <section class="card" data-tone={props.tone} data-filled={props.tone === undefined ? undefined : ''}>
      <h3>{props.title}</h3>
      <p class="muted">{props.advice}</p>
    </section>
  );
}
