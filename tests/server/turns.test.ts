import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../server/store/open-store.ts';
import { sampleMeetingId } from '../../server/sample/hrc37-panel.ts';
import type { Fact } from '../../shared/domain/events.ts';
import type { BoothTurns } from '../../shared/domain/rules/turns.ts';
import { allStations } from '../../shared/domain/stations.ts';
import { must } from '../../shared/lib/assert.ts';
import type { Language } from '../../shared/reference/languages.ts';
import { makeTempDir, type TempDir } from '../kit/temp-dir.ts';
import type { StationClient } from '../kit/station.ts';
import { problemOf, type RunningTestServer, sample, startTestServer } from './running-server.ts';

let server: RunningTestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(() => server.close());

describe('one microphone, two tablets', () => {
  /** Both see the same, and claim it at the same moment for their own interpreter. */
  async function race(booth: Language, claims: readonly [string, string], from: string | null) {
    const tablets = await Promise.all([server.connect(`booth:${booth}`), server.connect(`booth:${booth}`)]);
    const outcomes = await Promise.all(
      tablets.map((tablet, index) => tablet.send({ type: 'takeMicrophone', booth, from, interpreter: must(claims[index], 'a claim') })),
    );
    const winner = outcomes.findIndex(({ status }) => status === 'ok');
    const loser = outcomes.findIndex(({ status }) => status === 'refused');
    expect([winner, loser].toSorted()).toEqual([0, 1]);
    return {
      tablets,
      has: must(claims[winner], 'a winner'),
      other: must(claims[loser], 'a loser'),
      refused: must(outcomes[loser], 'a no'),
      loser,
    };
  }

  async function bothShow(tablets: readonly StationClient[], booth: Language, interpreter: string): Promise<void> {
    for (const tablet of tablets) {
      await tablet.until(`${interpreter} at the microphone`, () => tablet.meeting().booths[booth].onMic?.interpreter === interpreter);
    }
    expect(tablets[0]?.meeting().booths[booth].onMic).toEqual(tablets[1]?.meeting().booths[booth].onMic);
  }

  it('[TU6] goes to one of two who claim it at once: the other is told who has it, both show it, and it may be taken again.', async () => {
    const { tablets, has, other, refused, loser } = await race('fr', ['F1', 'F2'], null);
    expect(refused).toMatchObject({ code: 'microphoneElsewhere', params: { interpreter: has }, current: { interpreter: has } });
    await bothShow(tablets, 'fr', has);
    const again = { type: 'takeMicrophone', booth: 'fr', interpreter: other, from: has } as const;
    expect(await must(tablets[loser], 'the tablet').send(again)).toMatchObject({ status: 'ok' });
    await bothShow(tablets, 'fr', other);
  });

  it('[TU6] goes to one of two boothmates who relieve a third at once.', async () => {
    await server.command('booth:ar', { type: 'takeMicrophone', booth: 'ar', interpreter: 'A1' });
    const { tablets, has, refused } = await race('ar', ['A2', 'A3'], 'A1');
    expect(refused).toMatchObject({ code: 'microphoneElsewhere', params: { interpreter: has } });
    await bothShow(tablets, 'ar', has);
  });

  it('[TU8] keeps one turn when both tablets give it to the same interpreter.', async () => {
    await server.command('booth:fr', { type: 'takeMicrophone', booth: 'fr', interpreter: 'F1' });
    const { tablets, refused } = await race('fr', ['F2', 'F2'], 'F1');
    expect(refused).toMatchObject({ code: 'alreadyAtMicrophone', params: { interpreter: 'F2' } });
    await bothShow(tablets, 'fr', 'F2');
  });

  it('[TU9] shows the sign that one tablet gives on the other, until the microphone is taken.', async () => {
    const [one, two] = await Promise.all([server.connect('booth:fr'), server.connect('booth:fr')]);
    await one.send({ type: 'takeMicrophone', booth: 'fr', interpreter: 'F1', from: null });
    expect(await two.send({ type: 'signHandover', booth: 'fr', kind: 'ready', interpreter: 'F2' })).toMatchObject({ status: 'ok' });
    await one.until('the sign', () => one.meeting().booths.fr.handover?.interpreter === 'F2');
    await one.send({ type: 'takeMicrophone', booth: 'fr', interpreter: 'F2', from: 'F1' });
    await two.until('no sign', () => two.meeting().booths.fr.handover === null);
    expect(two.meeting().booths.fr.onMic?.interpreter).toBe('F2');
  });
});

describe('the turns of a meeting', () => {
  async function turns(): Promise<{ readonly at: number; readonly booths: readonly BoothTurns[] }> {
    const response = await server.get('chief', `${sample}/turns`);
    expect(response.status).toBe(200);
    return (await response.json()) as { at: number; booths: readonly BoothTurns[] };
  }

  it.each(allStations)('[TU12] are shown to the chief interpreter and the administrator and to nobody else: %s', async (station) => {
    const response = await server.get(station, `${sample}/turns`);
    if (station === 'chief' || station === 'admin') {
      expect(response.status).toBe(200);
      expect(response.headers.get('cache-control')).toBe('no-store');
    } else {
      expect(response.status).toBe(403);
      expect((await problemOf(response)).code).toBe('notYourStation');
    }
  });

  it('[TU12] answer 401 to nobody, and 404 where there is no meeting.', async () => {
    expect((await server.get(null, `${sample}/turns`)).status).toBe(401);
    expect((await server.get('admin', '/api/meetings/nothing-here/turns')).status).toBe(404);
  });

  it('[TU13] are read from the log: who took the microphone when, whose it is now, and whole teams.', async () => {
    await server.command('chair', { type: 'giveFloor', entryId: 'e1' });
    await server.command('booth:fr', { type: 'takeMicrophone', booth: 'fr', interpreter: 'F2' });
    await server.command('booth:fr', { type: 'takeMicrophone', booth: 'fr', interpreter: 'F1', from: 'F2' });
    const { at, booths } = await turns();
    expect(booths.map(({ booth }) => booth)).toEqual(['ar', 'zh', 'en', 'fr', 'ru', 'es']);
    const french = must(
      booths.find(({ booth }) => booth === 'fr'),
      'the French booth',
    );
    const [one] = french.interpreters;
    expect(one).toMatchObject({ interpreter: 'F1', turns: [{ until: null }] });
    expect(one?.turns[0]?.since).toBeLessThanOrEqual(at);
  });
});

describe('the turns of a long meeting', () => {
  it('[TU13] are read to the end of the log, however many pages that takes.', async () => {
    const folder = makeTempDir();
    try {
      await (await startTestServer({ dataDir: folder.path })).close();
      await lengthen(folder);
      const long = await startTestServer({ dataDir: folder.path });
      const response = await long.get('chief', `${sample}/turns`);
      const { booths } = (await response.json()) as { booths: readonly BoothTurns[] };
      await long.close();
      const spanish = booths.find(({ booth }) => booth === 'es')?.interpreters ?? [];
      expect(spanish.filter(({ turns }) => turns.some(({ until }) => until === null)).map(({ interpreter }) => interpreter)).toEqual([
        'S2',
      ]);
    } finally {
      folder.remove();
    }
  });
});

/** 12,000 events of a text that is followed, then one that matters: further than two pages of any reader. */
async function lengthen(folder: TempDir): Promise<void> {
  const { events } = await openStore({ redisUrl: null, dataDir: folder.path, warn: () => {} });
  const followed: Fact = { type: 'scriptPositionSet', entryId: 'e1', paragraph: 0, mode: 'onScript' };
  const facts: readonly Fact[] = [
    ...Array.from({ length: 12_000 }, () => followed),
    { type: 'microphoneTaken', booth: 'es', interpreter: 'S2' },
  ];
  const position = await events.position(sampleMeetingId);
  const result = await events.append(sampleMeetingId, position, { commandId: 'long', by: 'booth:es', expires: null, facts, now: {} });
  expect(result.status).toBe('committed');
  await events.close();
}
