/** What the chief interpreter sets for the meeting. */
import { ok, type Result } from '../../lib/result.ts';
import type { Command } from '../commands.ts';
import type { Fact } from '../events.ts';
import type { Meeting, PaceLimits } from '../meeting.ts';
import { type Refusal, refuse } from '../refusals.ts';

export function setPractice(meeting: Meeting, command: Extract<Command, { type: 'setPractice' }>): Result<readonly Fact[], Refusal> {
  const { turnMarks, paceLimits, allowDoubleRelay } = command.practice;
  const marks = turnMarks ?? meeting.practice.turnMarks;
  if (marks[0] > marks[1]) return refuse('marksOutOfOrder', { params: { field: 'turnMarks' } });
  const limits: Partial<Record<string, PaceLimits>> = { ...meeting.practice.paceLimits };
  for (const [language, pace] of Object.entries(paceLimits ?? {})) {
    if (pace === null || pace === undefined) {
      delete limits[language];
      continue;
    }
    if (pace.amber > pace.red) return refuse('marksOutOfOrder', { params: { field: `paceLimits.${language}` } });
    limits[language] = pace;
  }
  const practice = { turnMarks: marks, paceLimits: limits, allowDoubleRelay: allowDoubleRelay ?? meeting.practice.allowDoubleRelay };
  return ok([{ type: 'practiceSet', practice }]);
}
