import { createRoot, createSignal } from 'solid-js';
import { render } from 'solid-js/web';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { I18nProvider } from '../../client/state/i18n-context.tsx';
import { PreferencesProvider } from '../../client/state/preferences-context.ts';
import { browserStorage, createPreferences } from '../../client/state/preferences.ts';
import { createTurns } from '../../client/state/turns.ts';
import { TurnTable } from '../../client/views/turns/turn-shares.tsx';
import type { BoothTurns } from '../../shared/domain/rules/turns.ts';
import { given } from '../kit/given.ts';
import { smallPlan } from '../kit/plans.ts';
import { until } from '../kit/until.ts';

let dispose = (): void => {};
afterEach(() => {
  dispose();
  document.body.replaceChildren();
});

const turn = { since: 0, until: 1, seconds: 1500 };
const booths: readonly BoothTurns[] = [
  {
    booth: 'fr',
    seconds: 2000,
    interpreters: [
      { interpreter: 'F1', turns: [], seconds: 0, share: 0 },
      { interpreter: 'F2', turns: [turn, { ...turn, seconds: 500 }], seconds: 2000, share: 1 },
    ],
  },
  { booth: 'sign', seconds: 0, interpreters: [{ interpreter: '<b>Zoë', turns: [], seconds: 0, share: 0 }] },
];

async function draw(shown: readonly BoothTurns[], language: string): Promise<HTMLElement> {
  const host = document.body.appendChild(document.createElement('div'));
  const preferences = createPreferences({ query: `?lang=${language}`, languages: [], storage: browserStorage() });
  dispose = render(
    () => (
      <PreferencesProvider value={preferences}>
        <I18nProvider>
          <TurnTable booths={shown} />
        </I18nProvider>
      </PreferencesProvider>
    ),
    host,
  );
  await until('the table', 5_000, () => host.querySelector('.turn-shares-booths') !== null);
  return host;
}

describe('the shares of the turns', () => {
  it('[TU15] Each interpreter of each booth has a bar and minutes, in the order of the team, all of one kind.', async () => {
    const host = await draw(booths, 'en');
    const rows = [...host.querySelectorAll('li')];
    expect(rows.map((row) => row.textContent)).toEqual(['F10 min · 0 turns', 'F233 min · 2 turns', '<b>Zoë0 min · 0 turns']);
    expect(rows.map((row) => row.querySelector<HTMLElement>('.turn-shares-bar > span')?.style.inlineSize)).toEqual(['0%', '100%', '0%']);
    expect(new Set(rows.map((row) => [row.className, row.dataset.tone ?? ''].join())).size).toBe(1);
    expect([...host.querySelectorAll('h3')].map((heading) => heading.textContent)).toEqual(['FRFrench booth', 'International Sign']);
  });

  it('[TU15] says so where no booth has a team', async () => {
    expect((await draw([], 'fr')).textContent).toBe('Aucune cabine n’a encore d’équipe.');
  });
});

describe('reading the turns', () => {
  it('[TU15] asks again when a microphone is taken and when a minute has passed, and not when other things change.', async () => {
    const asked: string[] = [];
    vi.stubGlobal('fetch', async (path: string) => {
      asked.push(path);
      return Response.json({ at: asked.length, booths: [] });
    });
    onTestFinished(() => void vi.unstubAllGlobals());
    const start = given(smallPlan());
    const [shown, setShown] = createSignal({ meeting: start.meeting, status: 'live' as 'live' | 'notLive' }, { equals: false });
    const [now, setNow] = createSignal(600_000);
    const turns = createRoot((end) => {
      dispose = end;
      return createTurns({
        meetingId: 'm 1',
        station: 'chief',
        meeting: () => shown().meeting,
        now,
        connection: () => ({ status: shown().status, since: null, ageMs: () => 0, latencyMs: null, reason: null }),
      });
    });
    await until('the first sheet', 2_000, () => turns.sheet()?.at === 1);
    expect(asked).toEqual(['/api/meetings/m%201/turns?station=chief']);

    setShown({ meeting: start.when({ type: 'giveFloor', entryId: 'e1' }).meeting, status: 'live' });
    await until('the sheet of a running meeting', 2_000, () => turns.sheet()?.at === 2);
    const running = start.when({ type: 'giveFloor', entryId: 'e1' });
    setShown({ meeting: running.when({ type: 'addTime', seconds: 60 }).meeting, status: 'live' });
    setNow(659_900);
    expect(asked).toHaveLength(2);
    setNow(660_000);
    await until('the sheet of the next minute', 2_000, () => turns.sheet()?.at === 3);
    const taken = running.when({ type: 'takeMicrophone', booth: 'fr', interpreter: 'F. One' });
    setShown({ meeting: taken.meeting, status: 'live' });
    await until('the sheet with the new turn', 2_000, () => turns.sheet()?.at === 4);
    setShown({ meeting: taken.meeting, status: 'notLive' });
    setNow(720_000);
    expect(asked).toHaveLength(4);
  });
});
