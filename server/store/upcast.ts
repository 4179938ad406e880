/**
 * Brings stored facts of old versions up to date. PERSISTED facts are never edited: to change the shape of one, add a step
 * at the end of `steps`; `factSchema` rises by itself, new commits are marked with it, and old ones pass through the steps
 * that are younger than they are, each time they are read.
 */
import type { Fact } from '../../shared/domain/events.ts';

/** What was parsed from the log: an object with a `type`, of whatever version. */
export interface StoredFact {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** Takes any fact of one schema to the next; returns those it does not concern as they are. */
export type UpcastStep = (fact: StoredFact) => StoredFact;

/** `steps[0]` leads from schema 1 to 2, and so on. */
const steps: readonly UpcastStep[] = [withNameCards];

/** 1 to 2: persons have a pronunciation and a form of address; a text knows the version before it. */
function withNameCards(fact: StoredFact): StoredFact {
  if (Array.isArray(fact.persons)) return { ...fact, persons: fact.persons.map(withNameCard) };
  if (typeof fact.entry !== 'object' || fact.entry === null) return fact;
  const entry = fact.entry as { persons: readonly object[]; replaced: readonly object[]; script: { texts: readonly object[] } };
  const texts = entry.script.texts.map((text) => ({ previous: null, ...text }));
  const persons = { persons: entry.persons.map(withNameCard), replaced: entry.replaced.map(withNameCard) };
  return { ...fact, entry: { ...entry, ...persons, script: { ...entry.script, texts } } };
}

function withNameCard(person: object): object {
  return { pronunciation: null, announcedAs: null, ...person };
}

/** The schema in which facts are written today. */
export const factSchema = steps.length + 1;

export function upcast(schema: number, factJson: string): Fact {
  // The log is written by this program alone, in a schema that is recorded with each fact: its type is trusted from here on.
  return upcastThrough(steps, schema, factJson) as Fact;
}

export function upcastThrough(path: readonly UpcastStep[], schema: number, factJson: string): StoredFact {
  const newest = path.length + 1;
  if (!Number.isInteger(schema) || schema < 1) throw new Error(`Expected a schema number from 1, got ${schema}`);
  if (schema > newest) {
    throw new Error(`This fact was written by a newer version of Rostrum (schema ${schema}; this one reads up to ${newest})`);
  }
  const fact: unknown = JSON.parse(factJson);
  if (!isStoredFact(fact)) throw new Error('Expected a stored fact to be an object with a type');
  return path.slice(schema - 1).reduce((old, step) => step(old), fact);
}

function isStoredFact(value: unknown): value is StoredFact {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}
