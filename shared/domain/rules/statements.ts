/** Texts of statements: whether there is one, what page 1 says about it, and where in it the speaker is. */
import { ok, type Result } from '../../lib/result.ts';
import { cleanParagraphs } from '../../lib/text.ts';
import type { Command } from '../commands.ts';
import { entryById } from '../entries.ts';
import type { Fact } from '../events.ts';
import type { Entry, Meeting, ScriptText } from '../meeting.ts';
import { type Refusal, refuse } from '../refusals.ts';
import { distanceOf } from '../selectors.ts';
import { changeOf, noteChange, severityAt } from './late-changes.ts';

type Of<Type extends Command['type']> = Extract<Command, { type: Type }>;
type Decision = Result<readonly Fact[], Refusal>;

/** Characters of one text, before cleaning: 200 pages. Our choice. */
export const maxTextLength = 600_000;

/** The text to follow: in the language spoken, else the first there is. */
export function textToFollow(entry: Entry, language: string): ScriptText | null {
  return entry.script.texts.find((text) => text.language === language) ?? entry.script.texts[0] ?? null;
}

export function setScript(meeting: Meeting, command: Of<'setScript'>): Decision {
  const entry = entryById(meeting, command.entryId);
  if (entry === null) return refuse('entryUnknown');
  const paragraphs = cleanParagraphs(command.text);
  if (command.status === 'expected') {
    return ok([{ type: 'scriptSet', entryId: entry.id, status: 'expected', text: null }]);
  }
  if (paragraphs.length === 0) return refuse('textEmpty', { params: { field: 'text' } });
  const handling = command.status === 'received' ? null : command.status;
  const earlier = entry.script.texts.find((text) => text.language === command.language);
  // Two hands upload one paper: the second must not look like a new version that every booth has to see.
  if (earlier !== undefined && earlier.handling === handling && sameParagraphs(earlier.paragraphs, paragraphs)) {
    return refuse('textUnchanged', { params: { version: earlier.version } });
  }
  const version = (earlier?.version ?? 0) + 1;
  const received: Fact = {
    type: 'scriptSet',
    entryId: entry.id,
    status: 'received',
    text: {
      language: command.language,
      version,
      handling,
      paragraphs,
      sample: false,
    },
  };
  // A first text in good time is good news, not a late change.
  const late = earlier !== undefined || severityAt(distanceOf(meeting, entry.id)) !== 'info';
  if (!late) return ok([received]);
  const words = { before: earlier === undefined ? null : String(earlier.version), after: String(version) };
  return ok([received, noteChange(meeting, changeOf(meeting, entry.id, 'text', words), 0)]);
}

function sameParagraphs(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((paragraph, index) => paragraph === other[index]);
}

export function setScriptPosition(meeting: Meeting, command: Of<'setScriptPosition'>): Decision {
  const entry = entryById(meeting, command.entryId);
  if (entry === null) return refuse('entryUnknown');
  if (entry.script.texts.length === 0) return refuse('noScript');
  const longest = Math.max(...entry.script.texts.map((text) => text.paragraphs.length));
  if (command.paragraph >= longest) return refuse('paragraphUnknown', { params: { count: longest } });
  return ok([{ type: 'scriptPositionSet', entryId: entry.id, paragraph: command.paragraph, mode: command.mode }]);
}
