/** What facts do to the teams in the booths. */
import type { BoothName } from '../../reference/languages.ts';
import type { Booth, Meeting } from '../meeting.ts';
import type { EventOf } from './event-of.ts';

export function teamSet(meeting: Meeting, event: EventOf<'teamSet'>): Meeting {
  return updateBooth(meeting, event.booth, (booth) => {
    const stays = event.interpreters.some((interpreter) => interpreter.id === booth.onMic?.interpreter);
    const into = booth.retourInto;
    const possible = into !== null && event.interpreters.some((interpreter) => interpreter.b.includes(into));
    const signs = event.interpreters.some((interpreter) => interpreter.id === booth.handover?.interpreter);
    return {
      ...booth,
      interpreters: event.interpreters,
      onMic: stays ? booth.onMic : null,
      handover: signs ? booth.handover : null,
      retourInto: possible ? into : null,
    };
  });
}

export function microphoneTaken(meeting: Meeting, event: EventOf<'microphoneTaken'>): Meeting {
  return updateBooth(meeting, event.booth, (booth) => ({
    ...booth,
    onMic: { interpreter: event.interpreter, since: event.at },
    handover: null,
  }));
}

export function retourAnnounced(meeting: Meeting, event: EventOf<'retourAnnounced'>): Meeting {
  return updateBooth(meeting, event.booth, (booth) => ({ ...booth, retourInto: event.into }));
}

export function handoverSigned(meeting: Meeting, event: EventOf<'handoverSigned'>): Meeting {
  const handover = { kind: event.kind, interpreter: event.interpreter, at: event.at };
  return updateBooth(meeting, event.booth, (booth) => ({ ...booth, handover }));
}

export function handoverWithdrawn(meeting: Meeting, event: EventOf<'handoverWithdrawn'>): Meeting {
  return updateBooth(meeting, event.booth, (booth) => ({ ...booth, handover: null }));
}

export function declared(meeting: Meeting, event: EventOf<'boothDeclared'>): Meeting {
  const said = { feeds: event.feeds, listensTo: event.listensTo, at: event.at };
  const next = updateBooth(meeting, event.booth, (booth) => ({ ...booth, declared: said }));
  const waiting = next.languageSwitch;
  const counts = event.confirms && waiting?.booths.includes(event.booth) && waiting.confirmed[event.booth] === undefined;
  if (waiting === null || !counts) return next;
  return { ...next, languageSwitch: { ...waiting, confirmed: { ...waiting.confirmed, [event.booth]: event.at } } };
}

export function languageSwitchBegan(meeting: Meeting, event: EventOf<'languageSwitchBegan'>): Meeting {
  const { from, to, booths, at } = event;
  return { ...meeting, languageSwitch: { from, to, at, booths, confirmed: {} } };
}

function updateBooth(meeting: Meeting, name: BoothName, change: (booth: Booth) => Booth): Meeting {
  return { ...meeting, booths: { ...meeting.booths, [name]: change(meeting.booths[name]) } };
}
