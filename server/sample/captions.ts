import type { PlanCaption } from '../../shared/domain/plan.ts';

/** The concept note is in English: it vouches for that form only. */
export function fromConceptNote(name: string, title: string): PlanCaption {
  return { name, function: title, verifiedBy: 'Concept note of the panel' };
}

/** For a name and a title that the United Nations itself has published in this language. */
export function asPublished(name: string, title: string): PlanCaption {
  return { name, function: title, verifiedBy: 'United Nations publications in this language' };
}

/** For a name whose form follows from the usual transliteration, with a title translated as in United Nations documents. */
export function transliterated(name: string, title: string): PlanCaption {
  return { name, function: title, verifiedBy: 'Usual transliteration, agreed for the sample' };
}

/** A best guess, for somebody to check before it may air. */
export function unverified(name: string, title: string): PlanCaption {
  return { name, function: title };
}
