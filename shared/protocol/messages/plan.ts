/** A `MeetingPlan` from outside (`POST /api/meetings`). */
import * as z from 'zod';
import type { MeetingPlan } from '../../domain/plan.ts';
import { mostTerms } from '../../domain/rules/glossary.ts';
import {
  boothNameSchema,
  entryFields,
  languageCodeSchema,
  languageSchema,
  newTermSchema,
  planPersonSchema,
  rankSchema,
  secondsSchema,
  teamSchema,
  textSchema,
} from './plan-parts.ts';

const wallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'HH:MM');

const planEntrySchema = z.strictObject({
  ...entryFields,
  persons: z.array(planPersonSchema).min(1).max(10),
  limitSeconds: secondsSchema,
  script: z
    .strictObject({
      status: z.enum(['expected', 'received']),
      language: languageCodeSchema.optional(),
      handling: z.enum(['checkAgainstDelivery', 'readOutVerbatim']).optional(),
      paragraphs: z.array(z.string().max(20_000)).max(2_000).optional(),
      sample: z.boolean().optional(),
    })
    .optional(),
  illustrative: z.boolean().optional(),
});

export const meetingPlanSchema = z.strictObject({
  title: z.string().min(1).max(500),
  shortTitle: z.string().max(80).optional(),
  theme: textSchema.optional(),
  body: textSchema.optional(),
  place: textSchema.optional(),
  webcast: textSchema.optional(),
  date: z.iso.date(),
  startsAt: wallTime,
  endsAt: wallTime,
  timeZone: z.string().max(64),
  languages: z.array(languageSchema).min(1).max(6).optional(),
  segments: z
    .array(
      z.strictObject({
        title: textSchema,
        part: z.enum(['podium', 'floor']),
        budgetSeconds: z
          .int()
          .min(0)
          .max(24 * 3600),
        quota: z.partialRecord(rankSchema, z.int().min(0).max(500)).optional(),
        optional: z.boolean().optional(),
        entries: z.array(planEntrySchema).max(500),
      }),
    )
    .min(1)
    .max(40),
  booths: z.partialRecord(boothNameSchema, teamSchema).optional(),
  glossary: z.array(newTermSchema).max(mostTerms).optional(),
  changeoverSeconds: z.number().min(0).max(120).optional(),
}) satisfies z.ZodType<MeetingPlan>;
