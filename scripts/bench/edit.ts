/**
 * One edit in a list of 150 entries: what it costs each client in bytes, and when everybody has it. Of the usual kind, one
 * value of one entry (`rank`), and of the dearest, a corrected name, which is also told as a late change to staff. The baseline
 * is bare `ws` with a frame of the same bytes; `snapshotBytes` is the whole list, which peers send to each client at each edit.
 */
import { samplePlan } from '../../server/sample/hrc37-panel.ts';
import type { Command } from '../../shared/domain/commands.ts';
import type { MeetingPlan } from '../../shared/domain/plan.ts';
import { must } from '../../shared/lib/assert.ts';
import type { Bench, BenchOrder, BenchRun } from './bench.ts';
import { updatesPerSecond } from './fanout.ts';
import type { Figures } from './figures.ts';
import { audienceIn, bytesOfCommand, bytesOfSnapshot, plannedMeeting } from './frame-sizes.ts';
import { delays, openChair, startLoad } from './measure.ts';
import { rostrumWith, type Server, startBare } from './servers.ts';

export const edit: Bench = {
  about: 'one edit in a list of 150 entries; baseline: bare ws, one frame of the same bytes',
  clients: 1_000,
  ratios: { p50: 'p50Ms', p99: 'p99Ms', bytes: 'bytesPerClient', cpu: 'cpuUsPerDelivery' },
  async run(order): Promise<BenchRun> {
    const audience = audienceIn(order);
    const meeting = plannedMeeting(longPlan);
    const updateBytes = bytesOfCommand(audience, meeting, rankEdit(0)).reduce((sum, bytes) => sum + bytes, 0);
    return {
      baseline: await measured(await startBare({ updateBytes }), order),
      rostrum: {
        ...(await measured(await rostrumWith(longPlan, order), order)),
        bytesOfNameEdit: bytesOfCommand(audience, meeting, nameEdit()).reduce((sum, bytes) => sum + bytes, 0),
        snapshotBytes: bytesOfSnapshot(audience, meeting),
      },
    };
  },
};

const entries = 150;
/** Towards the end of the list. */
const edited = 120;

const longPlan = longer(samplePlan);

/** The sample, with the speakers of its last segment again and again. */
function longer(plan: MeetingPlan): MeetingPlan {
  const last = must(plan.segments.at(-1), 'a last segment');
  const missing = entries - plan.segments.reduce((sum, segment) => sum + segment.entries.length, 0);
  const again = Array.from({ length: missing }, (_, index) => must(last.entries[index % last.entries.length], 'a speaker'));
  return { ...plan, segments: [...plan.segments.slice(0, -1), { ...last, entries: [...last.entries, ...again] }] };
}

/** Each edit names the revision that it was made on, and raises it. */
function rankEdit(index: number): Extract<Command, { type: 'editEntry' }> {
  const { revision } = editedEntry();
  return { type: 'editEntry', entryId: `e${edited}`, revision: revision + index, patch: { rank: index % 2 === 0 ? 'dignitary' : 'state' } };
}

function nameEdit(): Command {
  const { revision, persons } = editedEntry();
  const { id } = must(persons[0], 'a speaker');
  return { type: 'editEntry', entryId: `e${edited}`, revision, patch: { persons: [{ id, function: 'Minister for Foreign Affairs' }] } };
}

function editedEntry() {
  return must(plannedMeeting(longPlan).entries[edited - 1], `entry ${edited}`);
}

async function measured(server: Server, { clients, seconds }: BenchOrder): Promise<Figures> {
  const load = await startLoad();
  const chair = await openChair(server.chair);
  try {
    await load.open({ door: server.clients, count: clients, atOnce: 100 });
    const warm = await chair.pace(0.5, updatesPerSecond, rankEdit);
    await load.settle(warm * clients);
    await load.count();
    const before = await server.process.usage();
    const updates = await chair.pace(seconds, updatesPerSecond, (index) => rankEdit(warm + index));
    const report = await load.settle(updates * clients);
    const after = await server.process.usage();
    return {
      ...delays(report.histogram),
      delivered: report.events / (updates * clients),
      bytesPerClient: report.eventBytes / (updates * clients),
      cpuUsPerDelivery: (after.cpuUs - before.cpuUs) / report.events,
    };
  } finally {
    chair.close();
    await load.stop();
    await server.stop();
  }
}
