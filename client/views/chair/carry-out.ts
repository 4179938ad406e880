import { entryById, subjectOf } from '../../../shared/domain/entries.ts';
import type { I18n } from '../../state/i18n-context.tsx';
import type { Chair } from './chair-context.tsx';
import type { Move } from './reorder.ts';

/** Sends a move, however it was made, and reads out where the speaker went. */
export function carryOut(chair: Chair, i18n: I18n, move: Move): Promise<boolean> {
  const nameOf = (entryId: string): string => {
    const entry = entryById(chair.meeting(), entryId);
    return entry === null ? '' : subjectOf(entry);
  };
  const name = nameOf(move.entryId);
  const said =
    move.beforeId === undefined
      ? i18n.t('chair.list.movedToEnd', { name })
      : i18n.t('chair.list.moved', { name, before: nameOf(move.beforeId) });
  return chair.give({ type: 'moveEntry', ...move }, said);
}
