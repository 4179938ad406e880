import { type Accessor, createComputed, createMemo, createSignal, on } from 'solid-js';
import { createStore, reconcile, unwrap } from 'solid-js/store';
import type { BoothName } from '../../../shared/reference/languages.ts';
import {
  type DraftProblem,
  type DraftRow,
  type DraftState,
  follow,
  isDirty,
  isElsewhere,
  problemOf,
  rowsOf,
  sameTeam,
  startDraft,
  type Team,
  teamOf,
} from './team-draft.ts';

export interface BoothEdit {
  readonly booth: BoothName;
  /** The same objects while they are edited and moved, so that the focus stays. */
  rows(): readonly DraftRow[];
  /** As edited. */
  team(): Team;
  dirty(): boolean;
  problem(): DraftProblem | null;
  /** The team as somebody else has saved it since this draft was begun. */
  elsewhere(): Team | null;
  saving(): boolean;
  change(how: (rows: readonly DraftRow[]) => readonly DraftRow[]): void;
  /** In place of what is there; saved only by `save`. */
  load(team: Team): void;
  /** Back to the team of the meeting. */
  discard(): void;
  /** The draft stays, and may be saved over what came from elsewhere. */
  keepMine(): void;
  /** `false` when it could not be saved; the draft is still there. */
  save(): Promise<boolean>;
}

/** Call inside a component. `send` tells whether the server carried it out. */
export function createBoothEdit(booth: BoothName, current: Accessor<Team>, send: (team: Team) => Promise<boolean>): BoothEdit {
  const start = startDraft(current());
  const [draft, setDraft] = createStore<{ rows: readonly DraftRow[] }>({ rows: start.rows });
  const [saved, setSaved] = createSignal<Omit<DraftState, 'rows'>>(start);
  const [saving, setSaving] = createSignal(false);
  const team = createMemo(() => teamOf(draft.rows), [], { equals: sameTeam });
  const state = (): DraftState => ({ ...saved(), rows: draft.rows });

  function show(next: DraftState): void {
    const { base, awaited, rows } = next;
    setSaved({ base, awaited });
    // Rows that did not change are the very objects of the store.
    setDraft('rows', reconcile(rows, { key: 'key' }));
  }
  const plainState = (): DraftState => ({ ...saved(), rows: unwrap(draft).rows });
  createComputed(on(current, (now) => show(follow(plainState(), now)), { defer: true }));

  return {
    booth,
    rows: () => draft.rows,
    team,
    dirty: createMemo(() => isDirty(state())),
    problem: createMemo(() => problemOf(draft.rows)),
    elsewhere: createMemo(() => (isElsewhere(state(), current()) ? current() : null)),
    saving,
    change: (how) => show({ ...plainState(), rows: how(unwrap(draft).rows) }),
    load: (next) => show({ ...plainState(), rows: rowsOf(next) }),
    discard: () => show(startDraft(current())),
    keepMine: () => show({ ...plainState(), base: current() }),
    async save() {
      const sent = team();
      setSaving(true);
      const done = await send(sent);
      setSaving(false);
      if (done) show(follow({ ...plainState(), awaited: sent }, current()));
      return done;
    },
  };
}
