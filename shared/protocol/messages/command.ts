/** Commands as they come from outside. `commandPayloadSchema` is the domain's `Command`; the compiler checks that the two agree. */
import * as z from 'zod';
import type { Command } from '../../domain/commands.ts';
import { mostTerms } from '../../domain/rules/glossary.ts';
import { maxTextLength } from '../../domain/rules/statements.ts';
import { officialLanguages } from '../../reference/languages.ts';
import {
  boothNameSchema,
  deliverySchema,
  entryFields,
  languageCodeSchema,
  languageSchema,
  newPersonSchema,
  newTermSchema,
  rankSchema,
  secondsSchema,
  teamSchema,
  textSchema,
} from './plan-parts.ts';

const id = z.string().min(1).max(64);

const newEntrySchema = z.strictObject({
  ...entryFields,
  persons: z.array(newPersonSchema).min(1).max(10),
  limitSeconds: secondsSchema.optional(),
  segmentId: id.optional(),
});

const entryPatchSchema = z.strictObject({
  rank: rankSchema.optional(),
  delivery: deliverySchema.optional(),
  language: languageCodeSchema.optional(),
  limitSeconds: secondsSchema.optional(),
  onBehalfOf: textSchema.nullable().optional(),
  note: textSchema.nullable().optional(),
  persons: z
    .array(
      z.strictObject({
        id,
        name: textSchema.optional(),
        honorific: textSchema.nullable().optional(),
        function: textSchema.nullable().optional(),
        pronunciation: textSchema.nullable().optional(),
        announcedAs: textSchema.nullable().optional(),
        captions: z
          .partialRecord(languageSchema, z.strictObject({ name: textSchema, function: textSchema.nullable().optional() }))
          .optional(),
      }),
    )
    .max(10)
    .optional(),
});

const interpreter = z.string().min(1).max(40);
const minutes = z.number().min(1).max(240);
const perMinute = z.number().min(10).max(1_000);
const reason = z.string().max(500).optional();

/** One schema per type of command: also the source of the OpenAPI document. */
export const commandSchemas = {
  callEntry: z.strictObject({ type: z.literal('callEntry'), entryId: id }),
  giveFloor: z.strictObject({ type: z.literal('giveFloor'), entryId: id, personId: id.optional() }),
  endStatement: z.strictObject({ type: z.literal('endStatement') }),
  pauseClock: z.strictObject({ type: z.literal('pauseClock') }),
  resumeClock: z.strictObject({ type: z.literal('resumeClock') }),
  addTime: z.strictObject({ type: z.literal('addTime'), seconds: z.int().min(-3600).max(3600) }),
  setFloorLanguage: z.strictObject({ type: z.literal('setFloorLanguage'), language: languageCodeSchema }),
  insertEntry: z.strictObject({ type: z.literal('insertEntry'), entry: newEntrySchema, beforeId: id.optional() }),
  moveEntry: z.strictObject({ type: z.literal('moveEntry'), entryId: id, beforeId: id.optional(), reason }),
  swapEntries: z.strictObject({ type: z.literal('swapEntries'), entryId: id, withId: id, reason }),
  withdrawEntry: z.strictObject({ type: z.literal('withdrawEntry'), entryId: id, reason }),
  markAbsent: z.strictObject({ type: z.literal('markAbsent'), entryId: id }),
  restoreEntry: z.strictObject({ type: z.literal('restoreEntry'), entryId: id }),
  replaceSpeaker: z.strictObject({
    type: z.literal('replaceSpeaker'),
    entryId: id,
    speakers: z.array(newPersonSchema).min(1).max(10),
    language: languageCodeSchema.optional(),
  }),
  editEntry: z.strictObject({ type: z.literal('editEntry'), entryId: id, revision: z.int().min(0), patch: entryPatchSchema }),
  raisePointOfOrder: z.strictObject({ type: z.literal('raisePointOfOrder'), entry: newEntrySchema }),
  requestRightOfReply: z.strictObject({ type: z.literal('requestRightOfReply'), entry: newEntrySchema }),
  closeList: z.strictObject({ type: z.literal('closeList') }),
  openList: z.strictObject({ type: z.literal('openList') }),
  cutTime: z.strictObject({ type: z.literal('cutTime'), seconds: secondsSchema, from: id }),
  suspendMeeting: z.strictObject({ type: z.literal('suspendMeeting') }),
  resumeMeeting: z.strictObject({ type: z.literal('resumeMeeting') }),
  closeMeeting: z.strictObject({ type: z.literal('closeMeeting') }),
  acknowledgeChange: z.strictObject({ type: z.literal('acknowledgeChange'), changeId: id }),
  armCaption: z.strictObject({ type: z.literal('armCaption'), entryId: id, personId: id.optional() }),
  takeCaption: z.strictObject({ type: z.literal('takeCaption'), cueId: id, cueHash: z.string().min(1).max(64) }),
  clearCaption: z.strictObject({ type: z.literal('clearCaption') }),
  verifyName: z.strictObject({
    type: z.literal('verifyName'),
    entryId: id,
    personId: id.optional(),
    language: languageSchema,
    text: textSchema,
    function: textSchema.optional(),
  }),
  setScript: z.strictObject({
    type: z.literal('setScript'),
    entryId: id,
    language: languageCodeSchema,
    text: z.string().max(maxTextLength),
    status: z.enum(['expected', 'received', 'checkAgainstDelivery', 'readOutVerbatim']),
  }),
  setScriptPosition: z.strictObject({
    type: z.literal('setScriptPosition'),
    entryId: id,
    paragraph: z.int().min(0),
    mode: z.enum(['onScript', 'offScript', 'skipped']),
  }),
  setTeam: z.strictObject({ type: z.literal('setTeam'), booth: boothNameSchema, interpreters: teamSchema }),
  takeMicrophone: z.strictObject({
    type: z.literal('takeMicrophone'),
    booth: boothNameSchema,
    interpreter,
    from: interpreter.nullable().optional(),
  }),
  signHandover: z.strictObject({
    type: z.literal('signHandover'),
    booth: boothNameSchema,
    kind: z.enum(['request', 'ready']),
    interpreter,
  }),
  withdrawHandover: z.strictObject({ type: z.literal('withdrawHandover'), booth: boothNameSchema }),
  declareBooth: z.strictObject({
    type: z.literal('declareBooth'),
    booth: languageSchema,
    feeds: languageSchema.nullable(),
    listensTo: z.enum(['floor', ...officialLanguages]).nullable(),
  }),
  confirmTask: z.strictObject({ type: z.literal('confirmTask'), booth: languageSchema }),
  setPractice: z.strictObject({
    type: z.literal('setPractice'),
    practice: z.strictObject({
      turnMarks: z.tuple([minutes, minutes]).optional(),
      paceLimits: z.record(languageCodeSchema, z.strictObject({ amber: perMinute, red: perMinute }).nullable()).optional(),
      allowDoubleRelay: z.boolean().optional(),
    }),
  }),
  setTerm: z.strictObject({ type: z.literal('setTerm'), termId: id.optional(), term: newTermSchema }),
  removeTerm: z.strictObject({ type: z.literal('removeTerm'), termId: id }),
  importTerms: z.strictObject({ type: z.literal('importTerms'), terms: z.array(newTermSchema).max(mostTerms) }),
  announceRetour: z.strictObject({ type: z.literal('announceRetour'), booth: languageSchema, into: languageSchema }),
  requestSlowDown: z.strictObject({ type: z.literal('requestSlowDown') }),
  raiseSignal: z.strictObject({
    type: z.literal('raiseSignal'),
    kind: z.enum(['noSound', 'noText', 'needRelief', 'callTechnician', 'callChair']),
  }),
  answerSignal: z.strictObject({ type: z.literal('answerSignal'), signalId: id, state: z.enum(['seen', 'handling', 'done']) }),
} as const satisfies Record<Command['type'], z.ZodType>;

export const commandPayloadSchema = z.discriminatedUnion('type', [
  commandSchemas.callEntry,
  commandSchemas.giveFloor,
  commandSchemas.endStatement,
  commandSchemas.pauseClock,
  commandSchemas.resumeClock,
  commandSchemas.addTime,
  commandSchemas.setFloorLanguage,
  commandSchemas.insertEntry,
  commandSchemas.moveEntry,
  commandSchemas.swapEntries,
  commandSchemas.withdrawEntry,
  commandSchemas.markAbsent,
  commandSchemas.restoreEntry,
  commandSchemas.replaceSpeaker,
  commandSchemas.editEntry,
  commandSchemas.raisePointOfOrder,
  commandSchemas.requestRightOfReply,
  commandSchemas.closeList,
  commandSchemas.openList,
  commandSchemas.cutTime,
  commandSchemas.suspendMeeting,
  commandSchemas.resumeMeeting,
  commandSchemas.closeMeeting,
  commandSchemas.acknowledgeChange,
  commandSchemas.armCaption,
  commandSchemas.takeCaption,
  commandSchemas.clearCaption,
  commandSchemas.verifyName,
  commandSchemas.setScript,
  commandSchemas.setScriptPosition,
  commandSchemas.setTeam,
  commandSchemas.takeMicrophone,
  commandSchemas.signHandover,
  commandSchemas.withdrawHandover,
  commandSchemas.declareBooth,
  commandSchemas.confirmTask,
  commandSchemas.setPractice,
  commandSchemas.setTerm,
  commandSchemas.removeTerm,
  commandSchemas.importTerms,
  commandSchemas.announceRetour,
  commandSchemas.requestSlowDown,
  commandSchemas.raiseSignal,
  commandSchemas.answerSignal,
]) satisfies z.ZodType<Command>;

/** What comes beside the payload: the id that makes a retry safe, and until when it may be carried out (store's clock, ms). */
export const commandIdSchema = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/);

const envelope = { commandId: commandIdSchema, expires: z.number().optional() };

export const commandEnvelopeSchema = z.looseObject(envelope);

/** Up: `{k:"command", commandId, expires, type, ...}`; the rest is checked against `commandPayloadSchema`. */
export const commandFrameSchema = z.looseObject({ k: z.literal('command'), ...envelope, expires: z.number() });
