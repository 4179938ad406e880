import './styles/app.css';
import { createEffect, ErrorBoundary, type JSX, lazy, Suspense } from 'solid-js';
import { render } from 'solid-js/web';
import type { Station } from '../shared/domain/stations.ts';
import { must } from '../shared/lib/assert.ts';
import { isLanguage } from '../shared/reference/languages.ts';
import { type Route, routeOf } from './route.ts';
import { I18nProvider, useI18n } from './state/i18n-context.tsx';
import { MeetingProvider, useMeetingState } from './state/meeting-context.tsx';
import { PreferencesProvider, usePreferences } from './state/preferences-context.ts';
import { browserStorage, createPreferences } from './state/preferences.ts';
import { loadChineseGlyphs } from './styles/fonts-chinese.ts';
import { BrokenPage, NotFoundPage } from './views/frame/whole-page-states.tsx';

const HomePage = lazy(async () => ({ default: (await import('./views/home/home-page.tsx')).HomePage }));
const ChairPage = lazy(async () => ({ default: (await import('./views/chair/chair-page.tsx')).ChairPage }));
const BoothPage = lazy(async () => ({ default: (await import('./views/booth/booth-page.tsx')).BoothPage }));
const SilentBoothPage = lazy(async () => ({ default: (await import('./views/silent-booth/silent-booth-page.tsx')).SilentBoothPage }));
const WebcastPage = lazy(async () => ({ default: (await import('./views/webcast/webcast-page.tsx')).WebcastPage }));
const DisplayPage = lazy(async () => ({ default: (await import('./views/display/display-page.tsx')).DisplayPage }));
const TeamsPage = lazy(async () => ({ default: (await import('./views/teams/teams-page.tsx')).TeamsPage }));
const LinePage = lazy(async () => ({ default: (await import('./views/line/line-page.tsx')).LinePage }));

/** Pages that need no words of the desks: `tests/architecture/catalogue-parts.test.ts`. */
const fewWords: ReadonlySet<Route['page']> = new Set(['booth', 'display']);

function App(): JSX.Element {
  const preferences = createPreferences({ query: location.search, languages: navigator.languages, storage: browserStorage() });
  const route = routeOf(location.pathname);
  return (
    <PreferencesProvider value={preferences}>
      <ThemeOfDocument />
      <I18nProvider parts={fewWords.has(route.page) ? 'basic' : 'all'}>
        <ErrorBoundary
          fallback={(fault: unknown) => {
            console.error(fault);
            return <BrokenPage />;
          }}
        >
          <Suspense>
            <Page route={route} />
          </Suspense>
        </ErrorBoundary>
      </I18nProvider>
    </PreferencesProvider>
  );
}

/** The address does not change while the page is open: no need to react to it. */
function Page(props: { readonly route: Route }): JSX.Element {
  const route = props.route;
  if (route.page === 'home') return <HomePage />;
  if (route.page === 'notFound') return <NotFoundPage />;
  return (
    <MeetingProvider meetingId={route.meetingId} station={route.station} view={route.page}>
      <TitleOfDocument station={route.station} />
      {stationPage(route)}
    </MeetingProvider>
  );
}

function stationPage(route: Exclude<Route, { readonly page: 'home' | 'notFound' }>): JSX.Element {
  // Names are shown as their owners write them and booths are listed by their own names: Chinese is among them.
  if (route.page !== 'line') void loadChineseGlyphs();
  switch (route.page) {
    case 'chair':
      return <ChairPage />;
    case 'booth':
      return isLanguage(route.booth) ? <BoothPage lang={route.booth} /> : <SilentBoothPage booth={route.booth} />;
    case 'webcast':
      return <WebcastPage />;
    case 'display':
      return <DisplayPage />;
    case 'teams':
      return <TeamsPage />;
    case 'line':
      return <LinePage />;
  }
}

function ThemeOfDocument(): JSX.Element {
  const preferences = usePreferences();
  createEffect(() => {
    const theme = preferences.theme();
    if (theme === 'automatic') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
  });
  createEffect(() => document.documentElement.style.setProperty('--brightness', String(preferences.brightness() / 100)));
  createEffect(() => {
    if (preferences.language() === 'zh') void loadChineseGlyphs();
  });
  return null;
}

/** With several windows open, the tab's name must say which station this is. */
function TitleOfDocument(props: { readonly station: Station }): JSX.Element {
  const state = useMeetingState();
  const i18n = useI18n();
  createEffect(() => {
    const meeting = state.meeting();
    document.title = `${i18n.stationName(props.station)} · ${meeting?.shortTitle ?? i18n.t('common.productName')}`;
  });
  return null;
}

render(() => <App />, must(document.getElementById('app'), 'an element #app in index.html'));
