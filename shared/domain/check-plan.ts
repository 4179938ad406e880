/** A plan from outside, made fit to become a meeting: texts cleaned, impossible values refused with the place where they stand. */
import { ok, type Result } from '../lib/result.ts';
import { cleanParagraphs } from '../lib/text.ts';
import { isTimeZone } from '../lib/zoned-time.ts';
import { allBooths, type BoothName } from '../reference/languages.ts';
import type { Interpreter } from './meeting.ts';
import type { MeetingPlan, PlanEntry, PlanPerson, PlanScript, PlanSegment } from './plan.ts';
import { type Refusal, refuse } from './refusals.ts';
import { cleanOptional, cleanPerson, cleanText } from './rules/inscription.ts';
import { cleanTerms } from './rules/glossary.ts';
import { cleanTeam } from './rules/teams.ts';

export function checkPlan(plan: MeetingPlan): Result<MeetingPlan, Refusal> {
  if (!isTimeZone(plan.timeZone)) return refuse('timeZoneUnknown', { params: { field: 'timeZone', value: plan.timeZone } });
  const title = cleanText(plan.title, 'title');
  if (!title.ok) return title;
  const cleaned: Record<string, string | undefined> = {};
  for (const field of ['shortTitle', 'theme', 'body', 'place', 'webcast'] as const) {
    const text = cleanOptional(plan[field], field);
    if (!text.ok) return text;
    cleaned[field] = text.value;
  }
  const segments: PlanSegment[] = [];
  for (const [index, segment] of plan.segments.entries()) {
    const checked = checkSegment(segment, `segments[${index}]`);
    if (!checked.ok) return checked;
    segments.push(checked.value);
  }
  const booths: Partial<Record<BoothName, readonly Interpreter[]>> = {};
  for (const booth of allBooths) {
    const team = cleanTeam(plan.booths?.[booth] ?? [], `booths.${booth}`);
    if (!team.ok) return team;
    if (team.value.length > 0) booths[booth] = team.value;
  }
  const glossary = cleanTerms(plan.glossary ?? []);
  if (!glossary.ok) return glossary;
  return ok({
    ...plan,
    ...cleaned,
    title: title.value,
    segments,
    booths: plan.booths && booths,
    glossary: plan.glossary && glossary.value,
  });
}

function checkSegment(segment: PlanSegment, at: string): Result<PlanSegment, Refusal> {
  const title = cleanText(segment.title, `${at}.title`);
  if (!title.ok) return title;
  const entries: PlanEntry[] = [];
  for (const [index, entry] of segment.entries.entries()) {
    const checked = checkEntry(entry, `${at}.entries[${index}]`);
    if (!checked.ok) return checked;
    entries.push(checked.value);
  }
  return ok({ ...segment, title: title.value, entries });
}

function checkEntry(entry: PlanEntry, at: string): Result<PlanEntry, Refusal> {
  if (entry.persons.length === 0) return refuse('personMissing', { params: { field: `${at}.persons` } });
  const persons: PlanPerson[] = [];
  for (const [index, person] of entry.persons.entries()) {
    const cleaned = cleanPerson(person);
    if (!cleaned.ok) return refuse(cleaned.error.code, { params: { ...cleaned.error.params, field: `${at}.persons[${index}]` } });
    persons.push(cleaned.value);
  }
  const onBehalfOf = cleanOptional(entry.onBehalfOf, `${at}.onBehalfOf`);
  if (!onBehalfOf.ok) return onBehalfOf;
  const note = cleanOptional(entry.note, `${at}.note`);
  if (!note.ok) return note;
  return ok({ ...entry, persons, onBehalfOf: onBehalfOf.value, note: note.value, script: cleanScript(entry.script) });
}

function cleanScript(script: PlanScript | undefined): PlanScript | undefined {
  if (script?.paragraphs === undefined) return script;
  return { ...script, paragraphs: script.paragraphs.flatMap((paragraph) => cleanParagraphs(paragraph)) };
}
