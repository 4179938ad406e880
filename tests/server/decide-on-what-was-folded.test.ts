/** What commands are decided on is what stations see: an event of this process is folded once, however early the feed tells it. */
import { describe, expect, it } from 'vitest';
import { sampleMeetingId } from '../../server/sample/hrc37-panel.ts';
import { httpStation } from '../kit/http-station.ts';
import { startServerProcess } from '../kit/server-process.ts';

describe('the state that commands are decided on', () => {
  it('[RT4] holds every event once: a cue is armed at the revision that stations see', async () => {
    const server = await startServerProcess();
    try {
      const chair = httpStation(server.origin, sampleMeetingId, server.token('chair'));
      const desk = httpStation(server.origin, sampleMeetingId, server.token('webcast'));
      await chair.give({ type: 'giveFloor', entryId: 'e8' });
      for (const text of ['ماريا', 'ماريا فرناندا', 'ماريا فرناندا إسبينوسا']) {
        await chair.give({ type: 'verifyName', entryId: 'e8', language: 'ar', text });
      }
      await desk.give({ type: 'armCaption', entryId: 'e8' });
      const { entries, captions } = await chair.meeting();
      expect(captions.armed?.captionRevision).toBe(4);
      expect(entries.find(({ id }) => id === 'e8')?.captionRevision).toBe(4);
      const { id: cueId, hash: cueHash } = captions.armed ?? { id: '', hash: '' };
      await desk.give({ type: 'takeCaption', cueId, cueHash });
    } finally {
      await server.remove();
    }
  });
});
