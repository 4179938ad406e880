/** Commands as they come from outside. `commandPayloadSchema` is the domain's `Command`; the compiler checks that the two agree. */
import * as z from 'zod';
import type { Command } from '../../domain/commands.ts';
import { officialLanguages } from '../../reference/languages.ts';

/** Upper bounds for what is parsed at all; finer rules (and their sentences) are the domain's. */
const text = z.string().max(2_000);
const id = z.string().min(1).max(64);
const language = z.enum(officialLanguages);
const languageCode = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'an ISO 639 code');
const seconds = z.int().min(1).max(4 * 3600);
const rank = z.enum(['dignitary', 'group', 'state', 'igo', 'nhri', 'ngo']);
const delivery = z.enum(['room', 'video', 'remote']);

const captionForm = z.strictObject({ name: text, function: text.optional(), verifiedBy: text.optional() });

const planPersonSchema = z.strictObject({
  kind: z.enum(['person', 'delegation']).optional(),
  name: text,
  nameLanguage: languageCode.optional(),
  honorific: text.optional(),
  function: text.optional(),
  delivery: delivery.optional(),
  captions: z.partialRecord(language, captionForm.omit({ verifiedBy: true })).optional(),
});

const newEntrySchema = z.strictObject({
  persons: z.array(planPersonSchema).min(1).max(10),
  role: z.enum(['chair', 'opening', 'moderator', 'panellist']).optional(),
  rank,
  delivery: delivery.optional(),
  language: languageCode,
  limitSeconds: seconds.optional(),
  onBehalfOf: text.optional(),
  note: text.optional(),
  segmentId: id.optional(),
});

const entryPatchSchema = z.strictObject({
  rank: rank.optional(),
  delivery: delivery.optional(),
  language: languageCode.optional(),
  limitSeconds: seconds.optional(),
  onBehalfOf: text.nullable().optional(),
  note: text.nullable().optional(),
  persons: z
    .array(
      z.strictObject({
        id,
        name: text.optional(),
        honorific: text.nullable().optional(),
        function: text.nullable().optional(),
        captions: z.partialRecord(language, z.strictObject({ name: text, function: text.nullable().optional() })).optional(),
      }),
    )
    .max(10)
    .optional(),
});

const interpreterSchema = z.strictObject({
  id: z.string().min(1).max(40),
  a: z.array(languageCode).max(8),
  b: z.array(languageCode).max(8),
  c: z.array(languageCode).max(12),
});

const reason = z.string().max(500).optional();

/** One schema per type of command: also the source of the OpenAPI document. */
export const commandSchemas = {
  callEntry: z.strictObject({ type: z.literal('callEntry'), entryId: id }),
  giveFloor: z.strictObject({ type: z.literal('giveFloor'), entryId: id, personId: id.optional() }),
  endStatement: z.strictObject({ type: z.literal('endStatement') }),
  pauseClock: z.strictObject({ type: z.literal('pauseClock') }),
  resumeClock: z.strictObject({ type: z.literal('resumeClock') }),
  addTime: z.strictObject({ type: z.literal('addTime'), seconds: z.int().min(-3600).max(3600) }),
  setFloorLanguage: z.strictObject({ type: z.literal('setFloorLanguage'), language: languageCode }),
  insertEntry: z.strictObject({ type: z.literal('insertEntry'), entry: newEntrySchema, beforeId: id.optional() }),
  moveEntry: z.strictObject({ type: z.literal('moveEntry'), entryId: id, beforeId: id.optional(), reason }),
  swapEntries: z.strictObject({ type: z.literal('swapEntries'), entryId: id, withId: id, reason }),
  withdrawEntry: z.strictObject({ type: z.literal('withdrawEntry'), entryId: id, reason }),
  markAbsent: z.strictObject({ type: z.literal('markAbsent'), entryId: id }),
  restoreEntry: z.strictObject({ type: z.literal('restoreEntry'), entryId: id }),
  replaceSpeaker: z.strictObject({
    type: z.literal('replaceSpeaker'),
    entryId: id,
    speakers: z.array(planPersonSchema).min(1).max(10),
    language: languageCode.optional(),
  }),
  editEntry: z.strictObject({ type: z.literal('editEntry'), entryId: id, revision: z.int().min(0), patch: entryPatchSchema }),
  raisePointOfOrder: z.strictObject({ type: z.literal('raisePointOfOrder'), entry: newEntrySchema }),
  requestRightOfReply: z.strictObject({ type: z.literal('requestRightOfReply'), entry: newEntrySchema }),
  closeList: z.strictObject({ type: z.literal('closeList') }),
  openList: z.strictObject({ type: z.literal('openList') }),
  cutTime: z.strictObject({ type: z.literal('cutTime'), seconds, from: id }),
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
    language,
    text,
    function: text.optional(),
  }),
  setScript: z.strictObject({
    type: z.literal('setScript'),
    entryId: id,
    language: languageCode,
    text: z.string().max(600_000),
    status: z.enum(['expected', 'received', 'checkAgainstDelivery', 'readOutVerbatim']),
  }),
  setScriptPosition: z.strictObject({
    type: z.literal('setScriptPosition'),
    entryId: id,
    paragraph: z.int().min(0),
    mode: z.enum(['onScript', 'offScript', 'skipped']),
  }),
  setTeam: z.strictObject({ type: z.literal('setTeam'), booth: language, interpreters: z.array(interpreterSchema).max(12) }),
  takeMicrophone: z.strictObject({ type: z.literal('takeMicrophone'), booth: language, interpreter: z.string().min(1).max(40) }),
  announceRetour: z.strictObject({ type: z.literal('announceRetour'), booth: language, into: language }),
  requestSlowDown: z.strictObject({ type: z.literal('requestSlowDown') }),
  raiseSignal: z.strictObject({
    type: z.literal('raiseSignal'),
    kind: z.enum(['noSound', 'noText', 'needRelief', 'callTechnician', 'callChair']),
  }),
  answerSignal: z.strictObject({ type: z.literal('answerSignal'), signalId: id, state: z.enum(['seen', 'handling', 'done']) }),
} as const;

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
  commandSchemas.announceRetour,
  commandSchemas.requestSlowDown,
  commandSchemas.raiseSignal,
  commandSchemas.answerSignal,
]);

/** Both directions must compile: what is parsed is a `Command`, and every `Command` can be parsed. */
export const parsedIsCommand: (parsed: z.infer<typeof commandPayloadSchema>) => Command = (parsed) => parsed;
export type EveryCommandHasASchema = Command['type'] extends keyof typeof commandSchemas ? true : never;

/** What comes beside the payload: the id that makes a retry safe, and until when it may be carried out (store's clock, ms). */
const envelope = { commandId: z.string().regex(/^[A-Za-z0-9_-]{8,64}$/), expires: z.number().optional() };

export const commandEnvelopeSchema = z.looseObject(envelope);

/** Up: `{k:"command", commandId, expires, type, ...}`; the rest is checked against `commandPayloadSchema`. */
export const commandFrameSchema = z.looseObject({ k: z.literal('command'), ...envelope, expires: z.number() });
