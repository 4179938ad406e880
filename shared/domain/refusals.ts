/** Why a command was not carried out: data for the sender. Sentences per language are in `shared/i18n` under the same code. */
export type RefusalCode = keyof typeof refusals;

export interface Refusal {
  readonly code: RefusalCode;
  /** Values for the sentence: names, languages, numbers. */
  readonly params?: Readonly<Record<string, string | number>>;
  /** What the state says now, for the sender to act on. */
  readonly current?: unknown;
}

/**
 * Kind = what the sender can do about it, and the HTTP status: `state` 409 look again; `changed` 412 what you named has
 * changed, review and repeat; `invalid` 422 correct the value; `unknown` 404 no such thing; `rights` 403.
 * `title` and `advice` are the English sentences of the HTTP problem.
 */
export const refusals = {
  notYourStation: { kind: 'rights', title: 'This station may not do that', advice: 'Ask the station that may.' },
  entryUnknown: { kind: 'unknown', title: 'No such entry on the list of speakers', advice: 'Reload the list.' },
  personUnknown: { kind: 'unknown', title: 'No such person in this entry', advice: 'Reload the list.' },
  segmentUnknown: { kind: 'unknown', title: 'No such part of the meeting', advice: 'Reload the list.' },
  termUnknown: { kind: 'unknown', title: 'No such term in the glossary', advice: 'Reload the page.' },
  changeUnknown: { kind: 'unknown', title: 'No such late change', advice: 'Reload the page.' },
  signalUnknown: { kind: 'unknown', title: 'No such signal', advice: 'Reload the page.' },
  meetingClosed: { kind: 'state', title: 'The meeting is closed', advice: 'Nothing more can change.' },
  meetingSuspended: { kind: 'state', title: 'The meeting is suspended', advice: 'Resume the meeting first.' },
  meetingNotSuspended: { kind: 'state', title: 'The meeting is not suspended', advice: 'Nothing to do.' },
  alreadySpeaking: { kind: 'state', title: 'This speaker already has the floor', advice: 'Somebody was faster; nothing to do.' },
  entryNotWaiting: { kind: 'state', title: 'This entry is not waiting to speak', advice: 'Choose an entry that is still to come.' },
  entrySpeaking: { kind: 'state', title: 'This entry has the floor', advice: 'End the statement first.' },
  entryNotAway: { kind: 'state', title: 'This entry is neither absent nor withdrawn', advice: 'Nothing to restore.' },
  nobodySpeaking: { kind: 'state', title: 'Nobody has the floor', advice: 'Give the floor first.' },
  clockPaused: { kind: 'state', title: 'The clock is already paused', advice: 'Nothing to do.' },
  clockRunning: { kind: 'state', title: 'The clock is running', advice: 'Nothing to do.' },
  listClosed: { kind: 'state', title: 'The list of speakers is closed', advice: 'Open the list first, or raise a point of order.' },
  listOpen: { kind: 'state', title: 'The list of speakers is open', advice: 'Nothing to do.' },
  pointOfOrderRunning: { kind: 'state', title: 'A point of order is already being made', advice: 'End it first.' },
  movedBeforeSpoken: { kind: 'state', title: 'That place has already passed', advice: 'Choose a place after the present speaker.' },
  languageUnchanged: { kind: 'state', title: 'This is already the language of the floor', advice: 'Nothing to do.' },
  changeNotYours: { kind: 'state', title: 'This change does not wait for you', advice: 'Nothing to do.' },
  noTask: { kind: 'state', title: 'There is no plan for this booth now', advice: 'Give the floor and set the teams first.' },
  noHandoverSign: { kind: 'state', title: 'There is no sign to withdraw', advice: 'Nothing to do.' },
  glossaryUnchanged: { kind: 'state', title: 'All of this is in the glossary already', advice: 'Nothing to do.' },
  glossaryFull: { kind: 'state', title: 'The glossary is full', advice: 'Remove terms that nobody needs.' },
  microphoneElsewhere: {
    kind: 'changed',
    title: 'Somebody else has taken the microphone meanwhile',
    advice: 'Look who has it; take over again if you still want to.',
  },
  alreadyAtMicrophone: { kind: 'state', title: 'This interpreter is already at the microphone', advice: 'Nothing to do.' },
  textUnchanged: { kind: 'state', title: 'This text is already here', advice: 'Nothing to do.' },
  noScript: { kind: 'state', title: 'There is no text for this entry', advice: 'Upload the text first.' },
  signalDone: { kind: 'state', title: 'This signal is already done', advice: 'Nothing to do.' },
  nothingOnAir: { kind: 'state', title: 'No lower third is on air', advice: 'Nothing to clear.' },
  entryChanged: {
    kind: 'changed',
    title: 'The entry has changed since you opened it',
    advice: 'Look at the present entry and edit again.',
  },
  cueUnknown: { kind: 'changed', title: 'This cue is no longer armed', advice: 'Arm the caption again and review it.' },
  cueHashDiffers: { kind: 'changed', title: 'This is not the cue you reviewed', advice: 'Arm the caption again and review it.' },
  cueStale: { kind: 'changed', title: 'The entry changed after its caption was armed', advice: 'Arm the caption again and review it.' },
  cueNotOnFloor: {
    kind: 'changed',
    title: 'This speaker neither has the floor nor is next',
    advice: 'Arm the speaker who has the floor or the next one.',
  },
  captionMissing: {
    kind: 'changed',
    title: 'A caption is missing in a required language',
    advice: 'Add and verify the name, then arm again.',
  },
  captionUnverified: {
    kind: 'changed',
    title: 'A caption is not verified in a required language',
    advice: 'Verify the name, then arm again.',
  },
  textEmpty: { kind: 'invalid', title: 'The text is empty', advice: 'Write something.' },
  textTooLong: { kind: 'invalid', title: 'The text is too long', advice: 'Shorten it.' },
  textMarkup: { kind: 'invalid', title: 'The text contains markup (< or >)', advice: 'Write the name without < and >.' },
  personMissing: { kind: 'invalid', title: 'An entry needs at least one speaker', advice: 'Name who speaks.' },
  paragraphUnknown: { kind: 'invalid', title: 'The text has no such paragraph', advice: 'Choose a paragraph of the text.' },
  boothUnknownInterpreter: {
    kind: 'invalid',
    title: 'This interpreter is not in the team of the booth',
    advice: 'Add the interpreter to the team.',
  },
  interpreterTwice: { kind: 'invalid', title: 'This interpreter is named twice in the booth', advice: 'Use different initials.' },
  marksOutOfOrder: { kind: 'invalid', title: 'The first mark comes after the second', advice: 'Give the smaller number first.' },
  retourUnknown: { kind: 'invalid', title: 'Nobody in this booth works into that language', advice: 'Choose another language.' },
  timeZoneUnknown: { kind: 'invalid', title: 'The time zone is not known', advice: 'Use an IANA name such as Europe/Zurich.' },
  sameEntry: { kind: 'invalid', title: 'Two different entries are needed', advice: 'Choose another entry.' },
} as const satisfies Record<string, { kind: RefusalKind; title: string; advice: string }>;

export type RefusalKind = 'rights' | 'unknown' | 'state' | 'changed' | 'invalid';

export function refuse(code: RefusalCode, details: Omit<Refusal, 'code'> = {}): { readonly ok: false; readonly error: Refusal } {
  return { ok: false, error: { code, ...details } };
}
