import type { PlanCaption } from '../../shared/domain/plan.ts';

/** The concept note is in English: it vouches for that form only. */
export function fromConceptNote(name: string, title: string): PlanCaption {
  return { name, function: title, verifiedBy: 'Concept note of the panel' };
}

/** For a name and a title in the form that the United Nations uses in this language, to our knowledge. */
export function asPublished(name: string, title: string): PlanCaption {
  return { name, function: title, verifiedBy: 'Form used by the United Nations in this language, agreed for the sample' };
}

/** For a name whose form follows from the usual transliteration, with a title translated as in United Nations documents. */
export function transliterated(name: string, title: string): PlanCaption {
  return { name, function: title, verifiedBy: 'Usual transliteration, agreed for the sample' };
}

/** A best guess, for somebody to check before it may air. */
export function unverified(name: string, title: string): PlanCaption {
  return { name, function: title };
}
