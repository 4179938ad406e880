/** Who works in a booth, who is at the microphone, and into which language a biactive booth gives its retour. Never a lock. */
import { ok, type Result } from '../../lib/result.ts';
import type { Command } from '../commands.ts';
import type { Fact } from '../events.ts';
import type { Interpreter, Meeting } from '../meeting.ts';
import { type Refusal, refuse } from '../refusals.ts';
import { boothLanguage, type Station } from '../stations.ts';
import { cleanText } from './inscription.ts';
import type { Language } from '../../reference/languages.ts';

type Of<Type extends Command['type']> = Extract<Command, { type: Type }>;
type Decision = Result<readonly Fact[], Refusal>;

export function setTeam(command: Of<'setTeam'>, by: Station): Decision {
  if (isOtherBooth(by, command.booth)) return refuse('notYourStation');
  const interpreters = cleanTeam(command.interpreters, 'interpreters');
  return interpreters.ok ? ok([{ type: 'teamSet', booth: command.booth, interpreters: interpreters.value }]) : interpreters;
}

export function takeMicrophone(meeting: Meeting, command: Of<'takeMicrophone'>, by: Station): Decision {
  if (isOtherBooth(by, command.booth)) return refuse('notYourStation');
  const known = meeting.booths[command.booth].interpreters.some((interpreter) => interpreter.id === command.interpreter);
  if (!known) return refuse('boothUnknownInterpreter', { params: { interpreter: command.interpreter } });
  return ok([{ type: 'microphoneTaken', booth: command.booth, interpreter: command.interpreter }]);
}

export function announceRetour(meeting: Meeting, command: Of<'announceRetour'>, by: Station): Decision {
  if (isOtherBooth(by, command.booth)) return refuse('notYourStation');
  const possible = meeting.booths[command.booth].interpreters.some((interpreter) => interpreter.b.includes(command.into));
  if (!possible) return refuse('retourUnknown', { params: { language: command.into } });
  return ok([{ type: 'retourAnnounced', booth: command.booth, into: command.into }]);
}

/** The `id` is what the booth calls the interpreter, so it is text from outside like any name. */
export function cleanTeam(team: readonly Interpreter[], field: string): Result<readonly Interpreter[], Refusal> {
  const cleaned: Interpreter[] = [];
  for (const interpreter of team) {
    const id = cleanText(interpreter.id, field);
    if (!id.ok) return id;
    cleaned.push({ ...interpreter, id: id.value });
  }
  return ok(cleaned);
}

function isOtherBooth(by: Station, booth: Language): boolean {
  const own = boothLanguage(by);
  return own !== null && own !== booth;
}
