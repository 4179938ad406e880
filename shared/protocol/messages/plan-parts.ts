/** What plans and commands have in common: the same person, entry and interpreter, whichever way they come in. */
import * as z from 'zod';
import { allBooths, officialLanguages } from '../../reference/languages.ts';

/** Upper bounds for what is parsed at all; finer rules (and their sentences) are the domain's. */
export const textSchema = z.string().max(2_000);
export const languageSchema = z.enum(officialLanguages);
export const boothNameSchema = z.enum(allBooths);
/** 35: the longest tag of RFC 5646 section 4.4.1. */
export const languageCodeSchema = z
  .string()
  .max(35)
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'an ISO 639 code');
export const secondsSchema = z
  .int()
  .min(1)
  .max(4 * 3600);
export const rankSchema = z.enum(['dignitary', 'group', 'state', 'igo', 'nhri', 'ngo']);
export const deliverySchema = z.enum(['room', 'video', 'remote']);

/** From a command: nobody vouches for a form by sending it (`verifyName` does that). */
const captionFormSchema = z.strictObject({ name: textSchema, function: textSchema.optional() });
/** From a plan: somebody may have vouched before. */
const planCaptionSchema = captionFormSchema.extend({ verifiedBy: textSchema.optional() });

const personFields = {
  kind: z.enum(['person', 'delegation']).optional(),
  name: textSchema,
  nameLanguage: languageCodeSchema.optional(),
  honorific: textSchema.optional(),
  function: textSchema.optional(),
  pronunciation: textSchema.optional(),
  announcedAs: textSchema.optional(),
  delivery: deliverySchema.optional(),
};

export const newPersonSchema = z.strictObject({
  ...personFields,
  captions: z.partialRecord(languageSchema, captionFormSchema).optional(),
});

export const planPersonSchema = z.strictObject({
  ...personFields,
  captions: z.partialRecord(languageSchema, planCaptionSchema).optional(),
});

/** Fields of an entry besides its persons, its time limit and what only one of plan and command has. */
export const entryFields = {
  role: z.enum(['chair', 'opening', 'moderator', 'panellist']).optional(),
  rank: rankSchema,
  delivery: deliverySchema.optional(),
  language: languageCodeSchema,
  onBehalfOf: textSchema.optional(),
  note: textSchema.optional(),
};

const interpreterSchema = z.strictObject({
  id: z.string().min(1).max(40),
  name: textSchema.optional(),
  a: z.array(languageCodeSchema).max(8),
  b: z.array(languageCodeSchema).max(8),
  c: z.array(languageCodeSchema).max(12),
});

export const teamSchema = z.array(interpreterSchema).max(12);

export const newTermSchema = z.strictObject({
  forms: z.partialRecord(languageSchema, z.array(textSchema).max(10)),
  note: textSchema.optional(),
});
