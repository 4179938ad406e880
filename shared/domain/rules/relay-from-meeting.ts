import { isLanguage, type Language, type LanguageCode } from '../../reference/languages.ts';
import type { Booth, Meeting } from '../meeting.ts';
import { planRelay } from './relay.ts';
import type { RelayBooth, RelayInput, RelayPlan } from './relay-model.ts';

/** What the planner needs of a meeting. */
export type RelayMeeting = Pick<Meeting, 'languages' | 'booths' | 'floor' | 'practice'>;

/**
 * The plan for a language on the floor, now or later in the meeting. `null` while no booth has a team: then nothing is
 * known about who can work from what, and six gaps would be a false alarm.
 */
export function planRelayFor(meeting: RelayMeeting, floorLanguage: LanguageCode): RelayPlan | null {
  const known = meeting.languages.some((language) => meeting.booths[language].interpreters.length > 0);
  return known ? planRelay(relayInputFrom(meeting, floorLanguage)) : null;
}

/** Handovers are suggested; double relay is not taken unless the chief interpreter has consented: UN practice. */
export function relayInputFrom(meeting: RelayMeeting, floorLanguage: LanguageCode): RelayInput {
  return {
    floor: floorLanguage,
    booths: meeting.languages.map((language) => relayBooth(language, meeting.booths[language])),
    swap: 'suggest',
    allowDouble: meeting.practice.allowDoubleRelay,
    midStatement: meeting.floor !== null,
  };
}

function relayBooth(target: Language, booth: Booth): RelayBooth {
  return {
    target,
    interpreters: booth.interpreters,
    onMic: booth.onMic?.interpreter ?? null,
    retourInto: retourLanguages(target, booth),
    announcedRetour: booth.retourInto,
  };
}

/** B languages of the team among the six, in the order in which the team names them. */
function retourLanguages(target: Language, booth: Booth): readonly Language[] {
  const named = booth.interpreters.flatMap((interpreter) => interpreter.b.filter(isLanguage));
  return [...new Set(named)].filter((language) => language !== target);
}
