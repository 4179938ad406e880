/**
 * The panel as its stations would live it: the chair's assistant gives the floor, the booths say Seen, the webcast desk arms
 * and takes, and the seven late changes (a) to (g) happen where the issue puts them.
 */
import { entryById, subjectOf } from '../../shared/domain/entries.ts';
import type { Entry, Meeting } from '../../shared/domain/meeting.ts';
import type { PlanPerson } from '../../shared/domain/plan.ts';
import { captionState, cueLocks } from '../../shared/domain/rules/captions.ts';
import { changesOwedBy } from '../../shared/domain/rules/late-changes.ts';
import { nextEntry } from '../../shared/domain/selectors.ts';
import { must } from '../../shared/lib/assert.ts';
import { officialLanguages } from '../../shared/reference/languages.ts';
import { stateByIso2 } from '../../shared/reference/un-short-names.ts';
import type { Player } from './station.ts';

export interface Stage {
  readonly chair: Player;
  readonly webcast: Player;
  readonly booths: readonly Player[];
  /** Waits so many seconds of the meeting. */
  readonly pass: (seconds: number) => Promise<void>;
  /** In [0, 1), from the seed. */
  readonly random: () => number;
  readonly say: (line: string) => void;
}

/** Everybody who owes a Seen gives it after some seconds, as people do. */
export function answerLateChanges({ booths, webcast, pass, random }: Stage): void {
  for (const player of [...booths, webcast]) {
    const answering = new Set<string>();
    player.onChange(() => {
      if (!player.isLive()) return;
      for (const change of changesOwedBy(player.meeting(), player.station)) {
        if (answering.has(change.id)) continue;
        answering.add(change.id);
        void pass(2 + random() * 10).then(async () => {
          const stillOwed = changesOwedBy(player.meeting(), player.station).some(({ id }) => id === change.id);
          if (stillOwed) await player.give({ type: 'acknowledgeChange', changeId: change.id });
          // Asked again should it become due once more.
          else answering.delete(change.id);
        });
      }
    });
  }
}

/** From the first speaker to the gavel. */
export async function playPanel(stage: Stage): Promise<void> {
  const { chair, pass, say } = stage;
  let absent: string | null = null;
  for (let next = nextEntry(chair.meeting()); next !== null; next = nextEntry(chair.meeting())) {
    const segment = must(
      chair.meeting().segments.find(({ id }) => id === next?.segmentId),
      'the segment of the entry',
    );
    const floorPlace = placeOnFloor(chair.meeting(), next);
    if (absent === null && floorPlace === 6) {
      absent = next.id;
      await leaveOutAbsent(stage, next);
      continue;
    }
    await giveFloor(stage, next);
    await pass(3);
    await airCaption(stage, next);
    await happenings(stage, next, floorPlace, absent);
    await pass(next.limitSeconds * (0.85 + stage.random() * 0.15));
    await chair.give({ type: 'endStatement' });
    if (nextEntry(chair.meeting()) !== null) await pass(chair.meeting().changeoverSeconds);
    else say(`   ${segment.title}: nobody is left on the list`);
  }
  await chair.give({ type: 'closeMeeting' });
  say('   The meeting is closed.');
}

async function giveFloor({ chair, webcast, booths, say }: Stage, entry: Entry): Promise<void> {
  await chair.give({ type: 'giveFloor', entryId: entry.id });
  const onFloor = (meeting: Meeting): boolean => meeting.floor?.entryId === entry.id;
  await Promise.all([chair, webcast, ...booths].map((player) => player.until(onFloor, `${subjectOf(entry)} on the floor`)));
  say(`${String(chair.meeting().entries.findIndex(({ id }) => id === entry.id) + 1).padStart(2)} ${subjectOf(entry)} (${entry.language})`);
}

/** Arms, verifies what a person at the desk would check, and takes. A form that is missing is not made up: the take stays locked. */
async function airCaption(stage: Stage, entry: Entry): Promise<void> {
  const { webcast, chair, say, pass } = stage;
  await arm(webcast, entry);
  if (subjectOf(entry) === 'María Fernanda Espinosa Garcés') await correctNameAfterArming(stage, entry);
  const person = must(entryById(webcast.meeting(), entry.id)?.persons[0], 'a person in the entry');
  let verified = 0;
  for (const language of webcast.meeting().captions.required) {
    if (captionState(person, language) !== 'unverified') continue;
    await webcast.give({
      type: 'verifyName',
      entryId: entry.id,
      personId: person.id,
      language,
      text: person.captions[language]?.name ?? '',
    });
    verified += 1;
  }
  if (verified > 0) await arm(webcast, entry);
  const cue = must(webcast.meeting().captions.armed, 'an armed cue');
  const [lock] = cueLocks(webcast.meeting());
  const outcome = await webcast.give({ type: 'takeCaption', cueId: cue.id, cueHash: cue.hash }, lock?.code);
  if (outcome.status === 'refused') return say(`   not aired: ${outcome.code} ${JSON.stringify(outcome.params ?? {})}`);
  await webcast.until(({ captions }) => captions.onAir?.cue.id === cue.id, 'the caption on air');
  await pass(8);
  if (chair.meeting().captions.onAir !== null) await webcast.give({ type: 'clearCaption' });
}

async function arm(webcast: Player, entry: Entry): Promise<void> {
  const before = webcast.meeting().captions.armed?.id;
  await webcast.give({ type: 'armCaption', entryId: entry.id });
  await webcast.until(({ captions }) => captions.armed?.entryId === entry.id && captions.armed.id !== before, 'the armed cue');
}

async function happenings(stage: Stage, entry: Entry, floorPlace: number | null, absent: string | null): Promise<void> {
  const { chair, say, pass } = stage;
  if (entry.role === 'moderator') {
    const piper = must(videoWithStandIn(chair.meeting()), 'the entry with a video and a person in the room');
    const standIn = must(
      piper.persons.find(({ delivery }) => delivery === 'room'),
      'the person in the room',
    );
    say(`(a) the video of ${subjectOf(piper)} fails; ${standIn.name} speaks instead, 4 minutes before`);
    const speaker: PlanPerson = { name: standIn.name, delivery: 'room' };
    await chair.give({ type: 'replaceSpeaker', entryId: piper.id, speakers: [speaker] });
  }
  if (entry.language === 'es' && entry.role === 'panellist') {
    await pass(200);
    say(`(b) ${subjectOf(entry)} goes on in English in mid-statement`);
    await chair.give({ type: 'setFloorLanguage', language: 'en' });
  }
  if (floorPlace === 1) {
    say('(c) a dignitary is inserted at the head of the slot while the group speaks');
    const head = must(nextEntry(chair.meeting()), 'somebody after the group');
    await chair.give({
      type: 'insertEntry',
      beforeId: head.id,
      entry: { persons: [delegation('CR')], rank: 'dignitary', language: 'es', limitSeconds: 120 },
    });
  }
  if (floorPlace === 3) {
    const [one, other] = chair.meeting().entries.filter(({ status, rank }) => status === 'listed' && rank === 'state');
    say(`(d) ${one === undefined ? '' : subjectOf(one)} and ${other === undefined ? '' : subjectOf(other)} swap places`);
    if (one && other)
      await chair.give({ type: 'swapEntries', entryId: one.id, withId: other.id, reason: 'agreed between the delegations' });
  }
  if (floorPlace === 7 && absent !== null) {
    say('(e) the absent delegation is back, at the end of the slot');
    await chair.give({ type: 'restoreEntry', entryId: absent });
  }
  if (floorPlace === 9) await interruptByPointOfOrder(stage, entry);
}

async function leaveOutAbsent({ chair, pass, say }: Stage, entry: Entry): Promise<void> {
  say(`(e) ${subjectOf(entry)} is called and absent`);
  await chair.give({ type: 'callEntry', entryId: entry.id });
  await pass(10);
  await chair.give({ type: 'markAbsent', entryId: entry.id });
}

async function correctNameAfterArming({ chair, webcast, say }: Stage, entry: Entry): Promise<void> {
  say('(f) the Arabic name is corrected after its cue was armed: the take must be refused');
  const person = must(entry.persons[0], 'a person in the entry');
  const armed = must(webcast.meeting().captions.armed, 'an armed cue');
  await chair.give({ type: 'verifyName', entryId: entry.id, personId: person.id, language: 'ar', text: 'ماريا فرناندا إسبينوسا غارسيس' });
  await webcast.until(() => cueLocks(webcast.meeting())[0]?.code === 'cueStale', 'the stale cue');
  await webcast.give({ type: 'takeCaption', cueId: armed.id, cueHash: armed.hash }, 'cueStale');
  await arm(webcast, entry);
}

async function interruptByPointOfOrder({ chair, webcast, booths, pass, say }: Stage, entry: Entry): Promise<void> {
  say(`(g) a point of order interrupts ${subjectOf(entry)}`);
  await pass(30);
  await chair.give({
    type: 'raisePointOfOrder',
    entry: { persons: [delegation('BR')], rank: 'state', language: 'en' },
  });
  const interrupted = (meeting: Meeting): boolean => meeting.interrupted?.entryId === entry.id;
  await Promise.all([webcast, ...booths].map((player) => player.until(interrupted, 'the point of order')));
  await pass(40);
  await chair.give({ type: 'endStatement' });
}

/** Place among the floor speakers, from 1, counting those who have spoken; `null` on the podium. */
function placeOnFloor(meeting: Meeting, entry: Entry): number | null {
  const floor = new Set(meeting.segments.filter(({ part }) => part === 'floor').map(({ id }) => id));
  if (!floor.has(entry.segmentId)) return null;
  return (
    meeting.entries.filter(({ segmentId, status, kind }) => floor.has(segmentId) && kind === 'statement' && status === 'done').length + 1
  );
}

function videoWithStandIn(meeting: Meeting): Entry | null {
  return (
    meeting.entries.find(({ delivery, persons }) => delivery === 'video' && persons.some((person) => person.delivery === 'room')) ?? null
  );
}

/** With the names of the reference table; forms typed at the desk are not verified until somebody says so. */
function delegation(iso2: string): PlanPerson {
  const state = must(stateByIso2(iso2), `${iso2} in the table of UN short names`);
  const captions = Object.fromEntries(officialLanguages.map((language) => [language, { name: state.names[language] }]));
  return { kind: 'delegation', name: state.names.en, captions };
}
