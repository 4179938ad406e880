/** A `MeetingPlan` from outside (`POST /api/meetings`). */
import * as z from 'zod';
import type { MeetingPlan } from '../../domain/plan.ts';
import { officialLanguages } from '../../reference/languages.ts';

const text = z.string().max(2_000);
const language = z.enum(officialLanguages);
const languageCode = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'an ISO 639 code');
const rank = z.enum(['dignitary', 'group', 'state', 'igo', 'nhri', 'ngo']);
const delivery = z.enum(['room', 'video', 'remote']);
const wallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'HH:MM');

const planPersonSchema = z.strictObject({
  kind: z.enum(['person', 'delegation']).optional(),
  name: text,
  nameLanguage: languageCode.optional(),
  honorific: text.optional(),
  function: text.optional(),
  delivery: delivery.optional(),
  captions: z
    .partialRecord(language, z.strictObject({ name: text, function: text.optional(), verifiedBy: text.optional() }))
    .optional(),
});

const planEntrySchema = z.strictObject({
  persons: z.array(planPersonSchema).min(1).max(10),
  role: z.enum(['chair', 'opening', 'moderator', 'panellist']).optional(),
  rank,
  delivery: delivery.optional(),
  language: languageCode,
  limitSeconds: z.int().min(1).max(4 * 3600),
  onBehalfOf: text.optional(),
  script: z
    .strictObject({
      status: z.enum(['expected', 'received']),
      language: languageCode.optional(),
      handling: z.enum(['checkAgainstDelivery', 'readOutVerbatim']).optional(),
      paragraphs: z.array(z.string().max(20_000)).max(2_000).optional(),
      sample: z.boolean().optional(),
    })
    .optional(),
  illustrative: z.boolean().optional(),
  note: text.optional(),
});

export const meetingPlanSchema = z.strictObject({
  title: z.string().min(1).max(500),
  shortTitle: z.string().max(80).optional(),
  theme: text.optional(),
  body: text.optional(),
  place: text.optional(),
  webcast: text.optional(),
  date: z.iso.date(),
  startsAt: wallTime,
  endsAt: wallTime,
  timeZone: z.string().max(64),
  languages: z.array(language).min(1).max(6).optional(),
  segments: z
    .array(
      z.strictObject({
        title: text,
        part: z.enum(['podium', 'floor']),
        budgetSeconds: z.int().min(0).max(24 * 3600),
        quota: z.partialRecord(rank, z.int().min(0).max(500)).optional(),
        optional: z.boolean().optional(),
        entries: z.array(planEntrySchema).max(500),
      }),
    )
    .min(1)
    .max(40),
  booths: z
    .partialRecord(
      language,
      z
        .array(
          z.strictObject({
            id: z.string().min(1).max(40),
            a: z.array(languageCode).max(8),
            b: z.array(languageCode).max(8),
            c: z.array(languageCode).max(12),
          }),
        )
        .max(12),
    )
    .optional(),
  changeoverSeconds: z.number().min(0).max(120).optional(),
});

export const parsedIsPlan: (parsed: z.infer<typeof meetingPlanSchema>) => MeetingPlan = (parsed) => parsed;
