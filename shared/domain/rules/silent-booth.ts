/**
 * Captioners and sign-language interpreters: a booth without a channel. They work from the floor when who is at work
 * understands it, else from a channel that comes straight from the floor, else from any that is fed.
 */
import { isLanguage, type Language, type LanguageCode, type SilentBooth } from '../../reference/languages.ts';
import type { Booth, Interpreter } from '../meeting.ts';
import { planRelayFor, type RelayMeeting } from './relay-from-meeting.ts';
import { channelFedBy, type RelayPlan } from './relay-model.ts';

type Team = Pick<Booth, 'interpreters' | 'onMic'>;

export interface SilentTask {
  readonly role: 'direct' | 'relay' | 'gap';
  readonly from: 'floor' | Language | null;
  /** Who is at work; `null` when the team is not known. */
  readonly interpreter: string | null;
  /** Steps between the floor and what is heard: 0 the floor itself, 1 an interpreter (+), 2 relay (-). `null` in a gap. */
  readonly heardDepth: number | null;
}

/** UN captions are made in English (`domain.md` section 7): what a team that is not known is taken to understand. */
const usualLanguages: readonly LanguageCode[] = ['en'];

export function silentTask(meeting: RelayMeeting, booth: SilentBooth, floorLanguage: LanguageCode): SilentTask {
  return silentTaskOf(meeting.booths[booth], floorLanguage, planRelayFor(meeting, floorLanguage));
}

/** The same where the plan of the other booths for `floorLanguage` is known already. */
export function silentTaskOf(team: Team, floorLanguage: LanguageCode, plan: RelayPlan | null): SilentTask {
  const worker = atWork(team);
  const understood = understoodBy(worker);
  const interpreter = worker?.id ?? null;
  if (understood.includes(floorLanguage)) return { role: 'direct', from: 'floor', interpreter, heardDepth: 0 };
  const channels = understood.filter(isLanguage).flatMap((language) => {
    const depth = plan === null ? null : depthOf(plan, language);
    return depth === null ? [] : [{ language, depth }];
  });
  // The sort is stable: among equals the interpreter's own order of languages counts.
  const [best] = channels.sort((one, other) => one.depth - other.depth);
  if (best === undefined) return { role: 'gap', from: null, interpreter, heardDepth: null };
  return { role: 'relay', from: best.language, interpreter, heardDepth: best.depth };
}

/** In which of the six languages the booth reads names, texts and terms: captions are made in English, signers read their first. */
export function languageRead(booth: SilentBooth, team: Team): Language {
  return (booth === 'sign' ? understoodBy(atWork(team)).find(isLanguage) : undefined) ?? 'en';
}

function understoodBy(worker: Interpreter | null): readonly LanguageCode[] {
  return worker === null ? usualLanguages : [...worker.a, ...worker.b, ...worker.c];
}

function atWork({ interpreters, onMic }: Team): Interpreter | null {
  return interpreters.find(({ id }) => id === onMic?.interpreter) ?? interpreters[0] ?? null;
}

/** `null`: nobody feeds the channel. */
function depthOf(plan: RelayPlan, channel: Language): number | null {
  return plan.rows.find((row) => channelFedBy(row, plan) === channel)?.depth ?? null;
}
