/** Who works in a booth, who is at the microphone, and into which language a biactive booth gives its retour. Never a lock. */
import { ok, type Result } from '../../lib/result.ts';
import type { Command } from '../commands.ts';
import type { Fact } from '../events.ts';
import type { Booth, Interpreter, Meeting } from '../meeting.ts';
import { type Refusal, refuse } from '../refusals.ts';
import { boothName, type Station } from '../stations.ts';
import { cleanOptional, cleanText } from './inscription.ts';
import type { BoothName } from '../../reference/languages.ts';

type Of<Type extends Command['type']> = Extract<Command, { type: Type }>;
type Decision = Result<readonly Fact[], Refusal>;

export function setTeam(command: Of<'setTeam'>, by: Station): Decision {
  if (isOtherBooth(by, command.booth)) return refuse('notYourStation');
  const interpreters = cleanTeam(command.interpreters, 'interpreters');
  return interpreters.ok ? ok([{ type: 'teamSet', booth: command.booth, interpreters: interpreters.value }]) : interpreters;
}

export function takeMicrophone(meeting: Meeting, command: Of<'takeMicrophone'>, by: Station): Decision {
  if (isOtherBooth(by, command.booth)) return refuse('notYourStation');
  const { interpreters, onMic } = meeting.booths[command.booth];
  if (!isInTeam(interpreters, command.interpreter)) return unknownInterpreter(command.interpreter);
  // Two who claim it at once: both learn who has it. Who asks again, knowing that, takes it; what nobody has is free.
  if (command.from !== undefined && onMic !== null) {
    if (onMic.interpreter === command.interpreter) return refuse('alreadyAtMicrophone', whoHasIt(onMic));
    if (onMic.interpreter !== command.from) return refuse('microphoneElsewhere', whoHasIt(onMic));
  }
  return ok([{ type: 'microphoneTaken', booth: command.booth, interpreter: command.interpreter }]);
}

/**
 * A sign to the boothmate, in the place of a glance. Nothing waits for it. The newest stands: a booth has one place for it.
 * Who is known to be at the microphone can ask to be relieved, all others can be ready.
 */
export function signHandover(meeting: Meeting, command: Of<'signHandover'>, by: Station): Decision {
  if (isOtherBooth(by, command.booth)) return refuse('notYourStation');
  const { interpreters, onMic } = meeting.booths[command.booth];
  if (!isInTeam(interpreters, command.interpreter)) return unknownInterpreter(command.interpreter);
  if (onMic !== null) {
    const hasIt = onMic.interpreter === command.interpreter;
    if (command.kind === 'request' && !hasIt) return refuse('microphoneElsewhere', whoHasIt(onMic));
    if (command.kind === 'ready' && hasIt) return refuse('alreadyAtMicrophone', whoHasIt(onMic));
  }
  return ok([{ type: 'handoverSigned', booth: command.booth, kind: command.kind, interpreter: command.interpreter }]);
}

export function withdrawHandover(meeting: Meeting, command: Of<'withdrawHandover'>, by: Station): Decision {
  if (isOtherBooth(by, command.booth)) return refuse('notYourStation');
  if (meeting.booths[command.booth].handover === null) return refuse('noHandoverSign');
  return ok([{ type: 'handoverWithdrawn', booth: command.booth }]);
}

export function announceRetour(meeting: Meeting, command: Of<'announceRetour'>, by: Station): Decision {
  if (isOtherBooth(by, command.booth)) return refuse('notYourStation');
  const possible = meeting.booths[command.booth].interpreters.some((interpreter) => interpreter.b.includes(command.into));
  if (!possible) return refuse('retourUnknown', { params: { language: command.into } });
  return ok([{ type: 'retourAnnounced', booth: command.booth, into: command.into }]);
}

/** The team in the order in which it hands over: who comes after the one at the microphone first, who has it left out. */
export function boothmates({ interpreters, onMic }: Pick<Booth, 'interpreters' | 'onMic'>): readonly string[] {
  const team = interpreters.map(({ id }) => id);
  const at = team.indexOf(onMic?.interpreter ?? '');
  return at < 0 ? team : [...team.slice(at + 1), ...team.slice(0, at)];
}

/** The `id` is what the booth calls the interpreter, so it is text from outside like any name. */
export function cleanTeam(team: readonly Interpreter[], field: string): Result<readonly Interpreter[], Refusal> {
  const cleaned: Interpreter[] = [];
  for (const interpreter of team) {
    const id = cleanText(interpreter.id, field);
    if (!id.ok) return id;
    if (cleaned.some((other) => other.id === id.value)) return refuse('interpreterTwice', { params: { field, interpreter: id.value } });
    const name = cleanOptional(interpreter.name, field);
    if (!name.ok) return name;
    const { a, b, c } = interpreter;
    cleaned.push({ id: id.value, a, b, c, ...(name.value === undefined ? {} : { name: name.value }) });
  }
  return ok(cleaned);
}

export function isOtherBooth(by: Station, booth: BoothName): boolean {
  const own = boothName(by);
  return own !== null && own !== booth;
}

function isInTeam(interpreters: readonly Interpreter[], id: string): boolean {
  return interpreters.some((interpreter) => interpreter.id === id);
}

function unknownInterpreter(interpreter: string) {
  return refuse('boothUnknownInterpreter', { params: { interpreter } });
}

function whoHasIt(onMic: NonNullable<Booth['onMic']>): Omit<Refusal, 'code'> {
  return { params: { interpreter: onMic.interpreter }, current: onMic };
}
