import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commandEnvelopeSchema, commandFrameSchema, commandPayloadSchema, commandSchemas } from '../../shared/protocol/messages/command.ts';
import { meetingPlanSchema } from '../../shared/protocol/messages/plan.ts';
import { upSchema } from '../../shared/protocol/up.ts';
import { allCommandTypes } from '../domain/histories.ts';
import { smallPlan } from '../kit/plans.ts';

const newcomer = { persons: [{ name: 'Egypt' }], rank: 'state', language: 'ar' };
const client = '0123456789abcdef0123456789abcdef';

describe('commands as they come from outside', () => {
  it('[PR1] Each type of command has one schema, which the union of all holds, and each schema is a type of command.', () => {
    expect(Object.keys(commandSchemas).sort()).toEqual([...allCommandTypes].sort());
    const inUnion = commandPayloadSchema.options.map(({ shape }) => shape.type.value);
    expect([...inUnion].sort()).toEqual([...allCommandTypes].sort());
    for (const [type, schema] of Object.entries(commandSchemas)) expect([...schema.shape.type.values]).toEqual([type]);
  });

  const nasty: readonly (readonly [string, unknown])[] = [
    ['nothing', null],
    ['a text', 'giveFloor'],
    ['a list', [{ type: 'giveFloor', entryId: 'e1' }]],
    ['no type', { entryId: 'e1' }],
    ['an unknown type', { type: 'takeOver' }],
    ['a name of the prototype as type', { type: 'constructor' }],
    ['a type that is no text', { type: { toString: 'giveFloor' }, entryId: 'e1' }],
    ['a missing field', { type: 'giveFloor' }],
    ['a field that does not belong', { type: 'endStatement', entryId: 'e1' }],
    ['a field named __proto__', JSON.parse('{"type":"endStatement","__proto__":{"admin":true}}')],
    ['an id of another kind', { type: 'giveFloor', entryId: 5 }],
    ['an empty id', { type: 'giveFloor', entryId: '' }],
    ['an id of 65 characters', { type: 'giveFloor', entryId: 'e'.repeat(65) }],
    ['null where nothing is meant', { type: 'giveFloor', entryId: 'e1', personId: null }],
    ['seconds as text', { type: 'addTime', seconds: '30' }],
    ['half a second', { type: 'addTime', seconds: 0.5 }],
    ['endless time', { type: 'addTime', seconds: Number.POSITIVE_INFINITY }],
    ['no number', { type: 'addTime', seconds: Number.NaN }],
    ['two hours at once', { type: 'addTime', seconds: 7200 }],
    ['a cut to nothing', { type: 'cutTime', seconds: 0, from: 'e1' }],
    ['a language that is no code', { type: 'setFloorLanguage', language: '../etc' }],
    ['a language of 16,000 characters', { type: 'setFloorLanguage', language: `en${'-abcdefgh'.repeat(1800)}` }],
    ['a booth that is none of the six', { type: 'takeMicrophone', booth: 'de', interpreter: 'X' }],
    ['a rank that is none', { type: 'insertEntry', entry: { ...newcomer, rank: 'king' } }],
    ['an entry without anybody', { type: 'insertEntry', entry: { ...newcomer, persons: [] } }],
    [
      'eleven persons in a place',
      { type: 'insertEntry', entry: { ...newcomer, persons: Array.from({ length: 11 }, () => ({ name: 'X' })) } },
    ],
    ['an entry that names its own id', { type: 'insertEntry', entry: { ...newcomer, id: 'e1' } }],
    ['an entry that says it has spoken', { type: 'insertEntry', entry: { ...newcomer, status: 'done' } }],
    [
      'a caption that vouches for itself',
      { type: 'insertEntry', entry: { ...newcomer, persons: [{ name: 'X', captions: { ar: { name: 'X', verifiedBy: 'me' } } }] } },
    ],
    [
      'a caption in a seventh language',
      { type: 'insertEntry', entry: { ...newcomer, persons: [{ name: 'X', captions: { de: { name: 'X' } } }] } },
    ],
    ['a patch of what is not to be patched', { type: 'editEntry', entryId: 'e1', revision: 1, patch: { status: 'done' } }],
    [
      'a verified caption in a patch',
      { type: 'editEntry', entryId: 'e1', revision: 1, patch: { persons: [{ id: 'p1', captions: { ar: { name: 'X', verified: {} } } }] } },
    ],
    ['a name of 2,001 characters', { type: 'verifyName', entryId: 'e1', language: 'ar', text: 'x'.repeat(2001) }],
    ['a paragraph before the first', { type: 'setScriptPosition', entryId: 'e1', paragraph: -1, mode: 'onScript' }],
    [
      'thirteen interpreters',
      { type: 'setTeam', booth: 'fr', interpreters: Array.from({ length: 13 }, () => ({ id: 'X', a: [], b: [], c: [] })) },
    ],
    ['a signal that is none', { type: 'raiseSignal', kind: 'fire' }],
    ['a signal sent back to the start', { type: 'answerSignal', signalId: 'signal-1', state: 'sent' }],
  ];
  it.each(nasty)('[PR2] What is not exactly a command is rejected: %s.', (_, input) => {
    expect(commandPayloadSchema.safeParse(input).success).toBe(false);
  });

  it('[PR2] No random JSON makes the parser throw.', () => {
    const types = fc.constantFrom(...allCommandTypes);
    const almost = fc.record({
      type: types,
      entryId: fc.jsonValue(),
      entry: fc.jsonValue(),
      seconds: fc.jsonValue(),
      patch: fc.jsonValue(),
    });
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), almost), (input) => {
        commandPayloadSchema.safeParse(input);
        upSchema.safeParse(input);
        meetingPlanSchema.safeParse(input);
      }),
      { numRuns: 500 },
    );
  });

  it('accepts what a page sends', () => {
    const full = { ...newcomer, persons: [{ name: 'X', captions: { ar: { name: 'X' } } }], segmentId: 's2', limitSeconds: 90, note: 'n' };
    expect(commandPayloadSchema.safeParse({ type: 'insertEntry', entry: full, beforeId: 'e5' }).success).toBe(true);
    expect(commandPayloadSchema.safeParse({ type: 'setFloorLanguage', language: 'zh-Hant-TW' }).success).toBe(true);
  });
});

describe('frames of a client', () => {
  const frame = { k: 'command', commandId: 'abcdefgh', expires: 1, type: 'endStatement' };
  it('[PR3] A command comes with an id of 8 to 64 plain characters and, over a socket, the time until which it may be carried out.', () => {
    expect(commandFrameSchema.safeParse(frame).data).toEqual(frame);
    const wrong = [
      { commandId: 'short' },
      { commandId: 'x'.repeat(65) },
      { commandId: 'with space' },
      { commandId: 'a:b:c:d:e' },
      { expires: undefined },
      { expires: '1' },
    ];
    for (const change of wrong) expect(commandFrameSchema.safeParse({ ...frame, ...change }).success).toBe(false);
    expect(commandEnvelopeSchema.safeParse({ commandId: 'abcdefgh', type: 'endStatement' }).success).toBe(true);
  });

  it('[PR4] A client greets with 128 random bits and its position, sends commands and asks for the time, and nothing else.', () => {
    const position = { epoch: 1, offset: 7, hash: 'ab' };
    expect(upSchema.safeParse({ k: 'hello', client, position, view: 'booth' }).success).toBe(true);
    expect(upSchema.safeParse({ k: 'time', a: 1 }).success).toBe(true);
    expect(upSchema.safeParse(frame).success).toBe(true);
    const wrong: readonly unknown[] = [
      { k: 'hello', client: 'ABC' },
      { k: 'hello', client, position: { ...position, offset: -1 } },
      { k: 'hello', client, position: { ...position, offset: 1.5 } },
      { k: 'hello', client, position: { ...position, hash: 'x'.repeat(65) } },
      { k: 'hello', client, station: 'admin' },
      { k: 'time', a: '1' },
      { k: 'snapshot' },
      {},
    ];
    for (const input of wrong) expect([input, upSchema.safeParse(input).success]).toEqual([input, false]);
  });
});

describe('a plan from outside', () => {
  it('[PR5] A plan is parsed whole or not at all, with dates, times and lengths in their bounds.', () => {
    expect(meetingPlanSchema.parse(smallPlan())).toEqual(smallPlan());
    const wrong = [
      { date: '2018-02-30' },
      { date: '26 February 2018' },
      { startsAt: '24:00' },
      { endsAt: '9:00' },
      { languages: [] },
      { languages: ['de'] },
      { segments: [] },
      { segments: [{ title: 'X', part: 'floor', budgetSeconds: -1, entries: [] }] },
      { segments: [{ title: 'X', part: 'gallery', budgetSeconds: 60, entries: [] }] },
      { segments: [{ title: 'X', part: 'floor', budgetSeconds: 60, entries: [{ ...newcomer }] }] },
      { changeoverSeconds: 121 },
      { counters: { entry: 5 } },
    ];
    for (const change of wrong)
      expect([change, meetingPlanSchema.safeParse({ ...smallPlan(), ...change }).success]).toEqual([change, false]);
  });
});
