import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningTestServer, sample, startTestServer } from './running-server.ts';

let server: RunningTestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const secrets = ['SECRET-SCRIPT', 'SECRET-NOTE', 'SECRET-REASON', 'SECRET-INTERPRETER', 'SECRET-SOUND', 'SECRET-CALL', 'noSound'];

describe('the public audience', () => {
  it('[RT8] never receives a script, a note, a signal or an interpreter, by whatever way it asks', async () => {
    const [chair, booth, display, output] = await Promise.all([
      server.connect('chair'),
      server.connect('booth:fr'),
      server.connect('display'),
      server.connect('output'),
    ]);
    const [entry, other, last] = [chair.meeting().entries[1], chair.meeting().entries[2], chair.meeting().entries.at(-1)];
    if (entry === undefined || other === undefined || last === undefined) throw new Error('Expected three entries');

    const interpreters = [{ id: 'SECRET-INTERPRETER', a: ['fr'], b: [], c: ['en'] }];
    const spoken = { pronunciation: '/SECRET-SOUND/', announcedAs: 'SECRET-CALL' };
    const insert = { persons: [{ name: 'Ms. Example', ...spoken }], rank: 'state', language: 'en', note: 'SECRET-NOTE' } as const;
    const outcomes = [
      await booth.send({ type: 'setTeam', booth: 'fr', interpreters }),
      await booth.send({ type: 'takeMicrophone', booth: 'fr', interpreter: 'SECRET-INTERPRETER' }),
      await booth.send({ type: 'raiseSignal', kind: 'noSound' }),
      await chair.send({ type: 'setScript', entryId: entry.id, language: 'en', text: 'SECRET-SCRIPT', status: 'received' }),
      await chair.send({ type: 'editEntry', entryId: entry.id, revision: entry.revision, patch: { note: 'SECRET-NOTE' } }),
      await chair.send({
        type: 'editEntry',
        entryId: other.id,
        revision: other.revision,
        patch: { persons: [{ id: other.persons[0]?.id ?? '', ...spoken }] },
      }),
      await chair.send({ type: 'insertEntry', entry: insert }),
      await chair.send({ type: 'replaceSpeaker', entryId: entry.id, speakers: [{ name: 'Mr. Example', ...spoken }] }),
      await chair.send({
        type: 'swapEntries',
        entryId: last.id,
        withId: chair.meeting().entries.at(-2)?.id ?? '',
        reason: 'SECRET-REASON',
      }),
      await chair.send({ type: 'withdrawEntry', entryId: last.id, reason: 'SECRET-REASON' }),
      await chair.send({ type: 'closeList' }),
    ];
    expect(outcomes.map(({ status }) => status)).toEqual(outcomes.map(() => 'ok'));
    for (const client of [display, output]) await client.until('the last change', () => !client.meeting().listOpen);
    const late = await server.connect('display');

    const seenByStaff = JSON.stringify(booth.frames());
    for (const secret of secrets) expect(seenByStaff).toContain(secret);
    const answers = await Promise.all(
      ['', '/events', '/forecast', '/relay', '/relay?entries=all'].map(async (path) =>
        (await server.get('output', `${sample}${path}`)).text(),
      ),
    );
    const seenByPublic = JSON.stringify([display.frames(), output.frames(), late.frames(), answers]);
    for (const secret of secrets) expect(seenByPublic).not.toContain(secret);
    expect(display.meeting()).toEqual(late.meeting());
    expect([...display.gaps(), ...output.gaps()]).toEqual([]);
  });

  it('[RT8] is counted its own deliveries: hidden events leave no hole', async () => {
    const [booth, output] = await Promise.all([server.connect('booth:ar'), server.connect('output')]);
    const frames = output.frames().length;
    await booth.send({ type: 'raiseSignal', kind: 'needRelief' });
    await server.command('chair', { type: 'openList' });
    await output.until('the change that it may see', () => output.meeting().listOpen);
    const events = output
      .frames()
      .slice(frames)
      .filter(({ k }) => k === 'event');
    expect(events).toHaveLength(1);
    expect(output.gaps()).toEqual([]);
  });
});
