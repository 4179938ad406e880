/**
 * `npm run rehearse -- [--speed N] [--url URL] [--seed N]`: plays the sample panel through the public interface, as its
 * stations would, and accounts for every command. Exit 0 only if every outcome was the expected one and nothing was lost.
 */
import { parseArgs } from 'node:util';
import { must } from '../shared/lib/assert.ts';
import { boothStations, commandIdsInLog, findHost, findMeeting, tokenOf } from './rehearsal/host.ts';
import { acknowledgedButLost, isAsExpected, type Ledger, makeLedger, reportChanges } from './rehearsal/ledger.ts';
import { answerLateChanges, playPanel, type Stage } from './rehearsal/programme.ts';
import { openPlayer, type Player } from './rehearsal/station.ts';

const { values } = parseArgs({
  options: { speed: { type: 'string', default: '1' }, url: { type: 'string' }, seed: { type: 'string', default: '37' } },
});
const speed = Number(values.speed);
if (!(speed > 0 && speed <= 1_000)) {
  console.error('--speed takes a number from above 0 to 1000: how many times faster than the real meeting.');
  process.exit(2);
}

const say = (line: string): void => console.log(line);
const startedAt = Date.now();
const host = await findHost(values.url ?? null, say);
const { id: meetingId, links } = await findMeeting(host, say);
say(`Rehearsing ${meetingId} at ${host.origin}, ${speed} times as fast, seed ${values.seed}.`);

const ledger = makeLedger();
const open = (station: Player['station'], link: string): Player =>
  openPlayer({ origin: host.origin, meetingId, station, token: tokenOf(link), ledger });
const stage: Stage = {
  chair: open('chair', links.chair),
  webcast: open('webcast', links.webcast),
  booths: boothStations().map((station) => open(station, must(links.booths[station.slice('booth:'.length)], `a link for ${station}`))),
  pass: (seconds) => new Promise((resolve) => setTimeout(resolve, (seconds * 1000) / speed)),
  random: seededRandom(Number(values.seed)),
  say,
};
const players = [stage.chair, stage.webcast, ...stage.booths];

let failure: unknown = null;
try {
  await Promise.all(players.map((player) => player.until(() => true, 'the first picture of the meeting')));
  answerLateChanges(stage);
  await playPanel(stage);
  await stage.pass(15);
} catch (error) {
  failure = error;
}
const sound = await summary(ledger);
for (const player of players) player.close();
await host.stop();
if (failure !== null) console.error(failure);
process.exit(failure === null && sound ? 0 : 1);

async function summary({ lines }: Ledger): Promise<boolean> {
  const all = lines();
  const count = (status: string): number => all.filter(({ outcome }) => outcome.status === status).length;
  const lost = acknowledgedButLost(all, await commandIdsInLog(host, meetingId));
  const unexpected = all.filter((line) => !isAsExpected(line));
  const accounted = all.length - unexpected.length;
  say('');
  say(`Rehearsal of ${((Date.now() - startedAt) / 1000).toFixed(0)} s by ${players.length} stations`);
  say(
    `Commands sent ${all.length}: ok ${count('ok')}, duplicate ${count('duplicate')}, refused ${count('refused')}, expired ${count('expired')}`,
  );
  say(
    `Outcomes accounted for: ${accounted} of ${all.length} (${count('refused')} refusals, all of them meant: ${unexpected.length === 0 ? 'yes' : 'NO'})`,
  );
  for (const line of unexpected) {
    say(
      `  unexpected: ${line.station} ${line.command.type} ${line.outcome.status} ${line.outcome.code ?? ''} (expected ${line.expectation ?? 'ok'})`,
    );
  }
  say(`Acknowledged commands in the log: ${count('ok') + count('duplicate') - lost.length}, lost: ${lost.length}`);
  say('Late changes                                                       seen by    last after');
  for (const { change, seen, lastSeenMs } of reportChanges(stage.chair.meeting())) {
    const last =
      lastSeenMs === null ? '' : `${((lastSeenMs * speed) / 1000).toFixed(1)} s of the meeting (${(lastSeenMs / 1000).toFixed(2)} s)`;
    const who = change.mustSee.length === 0 ? 'nobody must' : `${seen} of ${change.mustSee.length}`;
    const void_ = change.cancelledBy === null ? '' : ' (made void by a later one)';
    say(`  ${`${change.kind} ${change.subject}`.padEnd(64)} ${who.padEnd(11)} ${last}${void_}`);
  }
  return unexpected.length === 0 && lost.length === 0;
}

/** Mulberry32: a small generator, good enough for reaction times, the same for the same seed. */
function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
