/** What may be asked for, in one table: each line calls the rule of its subject. Rights are in `permissions.ts`. */
import { assertNever } from '../lib/assert.ts';
import type { Result } from '../lib/result.ts';
import type { Command } from './commands.ts';
import type { Fact } from './events.ts';
import type { Meeting } from './meeting.ts';
import { mayIssue } from './permissions.ts';
import { type Refusal, refuse } from './refusals.ts';
import * as booths from './rules/booth-states.ts';
import * as captions from './rules/captions.ts';
import * as floor from './rules/floor.ts';
import * as glossary from './rules/glossary.ts';
import * as practice from './rules/practice.ts';
import * as changes from './rules/late-changes.ts';
import * as list from './rules/list-of-speakers.ts';
import * as signals from './rules/signals.ts';
import * as speakers from './rules/speakers.ts';
import * as statements from './rules/statements.ts';
import * as teams from './rules/teams.ts';
import type { Station } from './stations.ts';

export interface DecideContext {
  readonly by: Station;
  /** The store's clock, epoch ms. */
  readonly now: number;
}

/** Facts that follow from the command in this state (at least one), or why not. Pure: the same input gives the same output. */
export function decide(meeting: Meeting, command: Command, context: DecideContext): Result<readonly Fact[], Refusal> {
  if (!mayIssue(context.by, command.type)) return refuse('notYourStation');
  if (meeting.status === 'closed' && !afterClosing.has(command.type)) return refuse('meetingClosed');
  switch (command.type) {
    case 'callEntry':
      return floor.callEntry(meeting, command);
    case 'giveFloor':
      return floor.giveFloor(meeting, command);
    case 'endStatement':
      return floor.endStatement(meeting);
    case 'pauseClock':
      return floor.pauseClock(meeting);
    case 'resumeClock':
      return floor.resumeClock(meeting);
    case 'addTime':
      return floor.addTime(meeting, command);
    case 'setFloorLanguage':
      return floor.setFloorLanguage(meeting, command);
    case 'insertEntry':
      return list.insertEntry(meeting, command);
    case 'moveEntry':
      return list.moveEntry(meeting, command);
    case 'swapEntries':
      return list.swapEntries(meeting, command);
    case 'withdrawEntry':
      return list.withdrawEntry(meeting, command);
    case 'markAbsent':
      return list.markAbsent(meeting, command);
    case 'restoreEntry':
      return list.restoreEntry(meeting, command);
    case 'replaceSpeaker':
      return speakers.replaceSpeaker(meeting, command);
    case 'editEntry':
      return speakers.editEntry(meeting, command);
    case 'raisePointOfOrder':
      return floor.raisePointOfOrder(meeting, command);
    case 'requestRightOfReply':
      return list.requestRightOfReply(meeting, command);
    case 'closeList':
      return list.closeList(meeting);
    case 'openList':
      return list.openList(meeting);
    case 'cutTime':
      return list.cutTime(meeting, command);
    case 'suspendMeeting':
      return floor.suspendMeeting(meeting);
    case 'resumeMeeting':
      return floor.resumeMeeting(meeting);
    case 'closeMeeting':
      return floor.closeMeeting(meeting);
    case 'acknowledgeChange':
      return changes.acknowledgeChange(meeting, command, context.by);
    case 'armCaption':
      return captions.armCaption(meeting, command);
    case 'takeCaption':
      return captions.takeCaption(meeting, command);
    case 'clearCaption':
      return captions.clearCaption(meeting);
    case 'verifyName':
      return speakers.verifyName(meeting, command);
    case 'setScript':
      return statements.setScript(meeting, command);
    case 'setScriptPosition':
      return statements.setScriptPosition(meeting, command);
    case 'setTeam':
      return teams.setTeam(command, context.by);
    case 'takeMicrophone':
      return teams.takeMicrophone(meeting, command, context.by);
    case 'signHandover':
      return teams.signHandover(meeting, command, context.by);
    case 'withdrawHandover':
      return teams.withdrawHandover(meeting, command, context.by);
    case 'declareBooth':
      return booths.declareBooth(meeting, command, context.by);
    case 'confirmTask':
      return booths.confirmTask(meeting, command, context.by);
    case 'setPractice':
      return practice.setPractice(meeting, command);
    case 'setTerm':
      return glossary.setTerm(meeting, command);
    case 'removeTerm':
      return glossary.removeTerm(meeting, command);
    case 'importTerms':
      return glossary.importTerms(meeting, command);
    case 'announceRetour':
      return teams.announceRetour(meeting, command, context.by);
    case 'requestSlowDown':
      return signals.requestSlowDown();
    case 'raiseSignal':
      return signals.raiseSignal(meeting, command, context.by);
    case 'answerSignal':
      return signals.answerSignal(meeting, command);
    default:
      return assertNever(command);
  }
}

/** What still makes sense when the gavel has fallen. */
const afterClosing: ReadonlySet<Command['type']> = new Set(['acknowledgeChange', 'answerSignal', 'clearCaption']);
