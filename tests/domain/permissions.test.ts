import { describe, expect, it } from 'vitest';
import type { Command, CommandType } from '../../shared/domain/commands.ts';
import { mayIssue, rightsOf } from '../../shared/domain/permissions.ts';
import { allStations, audienceOf, boothLanguage, isStation, stationKind } from '../../shared/domain/stations.ts';
import { officialLanguages } from '../../shared/reference/languages.ts';
import { given } from '../kit/given.ts';
import { smallPlan } from '../kit/plans.ts';
import { allCommandTypes } from './histories.ts';

/** The whole table once more, written out: `x` may, `-` may not. Columns: admin, chair, chief, booth, webcast, display, output, viewer. */
const table: Readonly<Record<CommandType, string>> = {
  callEntry: 'x x - - - - - -',
  giveFloor: 'x x - - - - - -',
  endStatement: 'x x - - - - - -',
  pauseClock: 'x x - - - - - -',
  resumeClock: 'x x - - - - - -',
  addTime: 'x x - - - - - -',
  setFloorLanguage: 'x x - x - - - -',
  insertEntry: 'x x - - - - - -',
  moveEntry: 'x x - - - - - -',
  swapEntries: 'x x - - - - - -',
  withdrawEntry: 'x x - - - - - -',
  markAbsent: 'x x - - - - - -',
  restoreEntry: 'x x - - - - - -',
  replaceSpeaker: 'x x - - - - - -',
  editEntry: 'x x - - - - - -',
  raisePointOfOrder: 'x x - - - - - -',
  requestRightOfReply: 'x x - - - - - -',
  closeList: 'x x - - - - - -',
  openList: 'x x - - - - - -',
  cutTime: 'x x - - - - - -',
  suspendMeeting: 'x x - - - - - -',
  resumeMeeting: 'x x - - - - - -',
  closeMeeting: 'x x - - - - - -',
  acknowledgeChange: 'x - - x x - - -',
  armCaption: 'x - - - x - - -',
  takeCaption: 'x - - - x - - -',
  clearCaption: 'x x - - x - - -',
  verifyName: 'x x - - x - - -',
  setScript: 'x x x x - - - -',
  setScriptPosition: 'x x - x - - - -',
  setTeam: 'x x x x - - - -',
  takeMicrophone: 'x - - x - - - -',
  signHandover: 'x - - x - - - -',
  withdrawHandover: 'x - - x - - - -',
  declareBooth: 'x - - x - - - -',
  confirmTask: 'x - - x - - - -',
  setPractice: 'x x x - - - - -',
  setTerm: 'x x x x - - - -',
  removeTerm: 'x x x x - - - -',
  importTerms: 'x x x x - - - -',
  announceRetour: 'x - - x - - - -',
  requestSlowDown: 'x - - x - - - -',
  raiseSignal: 'x - - x - - - -',
  answerSignal: 'x x x - x - - -',
};
const columns = ['admin', 'chair', 'chief', 'booth', 'webcast', 'display', 'output', 'viewer'] as const;
const cells = allCommandTypes.map((type) => [type, table[type]] as const);

describe('who may ask for what', () => {
  it.each(cells)('[ST1] The table of rights says who may ask for %s: %s.', (type, row) => {
    const marks = row.split(' ');
    expect(marks).toHaveLength(columns.length);
    for (const station of allStations) {
      const mark = marks[columns.indexOf(stationKind(station))];
      const needsChannel = ['announceRetour', 'declareBooth', 'confirmTask'].includes(type);
      const expected = mark === 'x' && !(needsChannel && ['booth:captions', 'booth:sign'].includes(station));
      expect([station, mayIssue(station, type)]).toEqual([station, expected]);
    }
  });

  it('[ST2] Admin may ask for everything; display, output and viewer for nothing.', () => {
    expect([...rightsOf('admin')].sort()).toEqual([...allCommandTypes].sort());
    for (const station of ['display', 'output', 'viewer'] as const) expect(rightsOf(station)).toEqual([]);
    expect(rightsOf('webcast')).toEqual(['acknowledgeChange', 'armCaption', 'takeCaption', 'clearCaption', 'verifyName', 'answerSignal']);
  });

  it('[ST3] Without the right the answer is the same, whatever the meeting looks like.', () => {
    const commands: readonly Command[] = [
      { type: 'giveFloor', entryId: 'e99' },
      { type: 'takeCaption', cueId: 'cue-1', cueHash: 'x' },
      { type: 'closeMeeting' },
    ];
    const meeting = given(smallPlan());
    for (const command of commands) {
      for (const by of ['booth:fr', 'display', 'output', 'viewer'] as const) {
        meeting.when(command, { by }).thenRefused('notYourStation');
        meeting.when({ type: 'closeMeeting' }).when(command, { by }).thenRefused('notYourStation');
      }
    }
  });
});

describe('stations', () => {
  it('are fifteen, six of them booths with a channel, each of a kind and an audience', () => {
    expect(allStations).toHaveLength(15);
    expect(allStations.map(boothLanguage).filter((language) => language !== null)).toEqual(officialLanguages);
    expect(allStations.filter((station) => audienceOf(station) === 'public')).toEqual(['display', 'output']);
    expect(allStations.every(isStation)).toBe(true);
    for (const text of ['booth:', 'booth:de', 'booth', 'Chair', '', 'toString']) expect(isStation(text)).toBe(false);
    expect(boothLanguage('chair')).toBeNull();
  });
});
