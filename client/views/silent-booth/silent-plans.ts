/** What a booth without a channel does, in the form in which the parts of the booth page ask for it. */
import type { Booth } from '../../../shared/domain/meeting.ts';
import type { RelayMeeting } from '../../../shared/domain/rules/relay-from-meeting.ts';
import type { RelayPlan, RelayRow } from '../../../shared/domain/rules/relay-model.ts';
import { languageRead, type SilentTask, silentTaskOf } from '../../../shared/domain/rules/silent-booth.ts';
import type { Language, LanguageCode, SilentBooth } from '../../../shared/reference/languages.ts';
import { makePlans, type Plans } from '../booth/task.ts';

/**
 * Plans with one row: the silent booth, under the language that it reads. It gives no relay and no retour. As with
 * `makePlans`, the teams are read here and now.
 */
export function makeSilentPlans(meeting: RelayMeeting, booth: SilentBooth): Plans {
  const { interpreters, onMic } = meeting.booths[booth];
  const team: Pick<Booth, 'interpreters' | 'onMic'> = {
    interpreters: interpreters.map(({ id, a, b, c }) => ({ id, a: [...a], b: [...b], c: [...c] })),
    onMic: onMic === null ? null : { interpreter: onMic.interpreter, since: onMic.since },
  };
  const read = languageRead(booth, team);
  const ofOthers = makePlans(meeting);
  return (language) => {
    const plan = ofOthers(language);
    return planOfOne(read, { floor: language, task: silentTaskOf(team, language, plan), others: plan });
  };
}

interface Known {
  readonly floor: LanguageCode;
  readonly task: SilentTask;
  readonly others: RelayPlan | null;
}

function planOfOne(read: Language, { floor, task, others }: Known): RelayPlan {
  // Whose retour is heard is said; the booth that is named must not be taken for the reader's own.
  const heard = others?.retour ?? null;
  const retour = heard !== null && heard.into === task.from && heard.booth !== read ? heard : null;
  const row: RelayRow = {
    booth: read,
    role: task.role === 'relay' && (task.heardDepth ?? 1) > 1 ? 'doubleRelay' : task.role,
    from: task.from,
    interpreter: task.interpreter,
    depth: depthOf(task),
    handover: false,
    alternative: null,
    note: task.role === 'gap' ? 'noPath' : retour === null ? null : 'fromRetour',
  };
  return { floor, via: null, retour, rows: [row], pivots: [], cost: { gaps: 0, doubles: 0, handovers: 0, relays: 0 } };
}

/** One step more than what is heard. */
function depthOf({ heardDepth }: SilentTask): RelayRow['depth'] {
  if (heardDepth === null) return null;
  if (heardDepth === 0) return 1;
  return heardDepth === 1 ? 2 : 3;
}
