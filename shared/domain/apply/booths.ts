/** What facts do to the teams in the booths. */
import type { Language } from '../../reference/languages.ts';
import type { Booth, Meeting } from '../meeting.ts';
import type { EventOf } from './event-of.ts';

export function teamSet(meeting: Meeting, event: EventOf<'teamSet'>): Meeting {
  return updateBooth(meeting, event.booth, (booth) => {
    const stays = event.interpreters.some((interpreter) => interpreter.id === booth.onMic?.interpreter);
    const into = booth.retourInto;
    const possible = into !== null && event.interpreters.some((interpreter) => interpreter.b.includes(into));
    return { interpreters: event.interpreters, onMic: stays ? booth.onMic : null, retourInto: possible ? into : null };
  });
}

export function microphoneTaken(meeting: Meeting, event: EventOf<'microphoneTaken'>): Meeting {
  return updateBooth(meeting, event.booth, (booth) => ({ ...booth, onMic: { interpreter: event.interpreter, since: event.at } }));
}

export function retourAnnounced(meeting: Meeting, event: EventOf<'retourAnnounced'>): Meeting {
  return updateBooth(meeting, event.booth, (booth) => ({ ...booth, retourInto: event.into }));
}

function updateBooth(meeting: Meeting, language: Language, change: (booth: Booth) => Booth): Meeting {
  return { ...meeting, booths: { ...meeting.booths, [language]: change(meeting.booths[language]) } };
}
