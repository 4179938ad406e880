/** A command that was given before, in words: what was asked for, with what, and whom it concerned. */
import type { Command } from '../../../shared/domain/commands.ts';
import type { I18n } from '../../state/i18n-context.tsx';
import { formatElapsed } from '../../ui/format-timer.ts';

/** `Language now spoken · French · Marie Dupont`. */
export function commandText(command: Command, about: string | null, i18n: I18n): string {
  return [i18n.t(`commands.names.${command.type}`), detailOf(command, i18n), about].filter((part) => part !== null).join(' · ');
}

/** What two commands of one type and one name may differ in. */
export function detailOf(command: Command, i18n: I18n): string | null {
  switch (command.type) {
    case 'setFloorLanguage':
    case 'verifyName':
    case 'setScript':
      return i18n.languageName(command.language);
    case 'announceRetour':
      return i18n.languageName(command.into);
    case 'addTime':
      return `${command.seconds < 0 ? '−' : '+'} ${formatElapsed(Math.abs(command.seconds))}`;
    case 'cutTime':
      return formatElapsed(command.seconds);
    case 'raiseSignal':
      return i18n.t(`words.signalKind.${command.kind}`);
    case 'answerSignal':
      return i18n.t(`words.signalState.${command.state}`);
    default:
      return null;
  }
}
