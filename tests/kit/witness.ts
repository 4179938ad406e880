/** Writes down what a station shows as live, and what an output has on the screen, from when to when. */
import type { Meeting, OutputLanguage } from '../../shared/domain/meeting.ts';
import { type OutputMemory, blankOutput, nextOutput } from '../../client/views/output/output-picture.ts';
import { stateName } from './state-name.ts';

/** Instants are epoch ms of this machine, whose clock is the store's as well. `until`: `null` while it is shown. */
export interface Shown {
  readonly from: number;
  readonly until: number | null;
}

export interface LivePicture extends Shown {
  /** `stateName` of the meeting as the station shows it. */
  readonly state: string;
  readonly floor: string | null;
}

export interface AirPicture extends Shown {
  readonly language: OutputLanguage;
  readonly cueHash: string;
  readonly seq: number;
  readonly name: string;
}

export interface Witness {
  look(seen: Seen): void;
  /** Nothing is shown any more: the page was closed. */
  end(): void;
  live(): readonly LivePicture[];
  air(): readonly AirPicture[];
}

export interface Seen {
  readonly meeting: Meeting | null;
  readonly isLive: boolean;
  readonly trueUntil: number | null;
  /** Server's clock as the station knows it. */
  readonly now: number;
  /** As in `LiveView`. */
  readonly history: number;
}

/** `languages`: of the output pages that hang on this station; `holdMs` as in the address of the page. */
export function makeWitness({ languages, holdMs }: { readonly languages: readonly OutputLanguage[]; readonly holdMs: number }): Witness {
  const live = makeRoll<Omit<LivePicture, keyof Shown>>((one, other) => one.state === other.state);
  const outputs = languages.map((language) => ({
    language,
    memory: blankOutput,
    roll: makeRoll<Omit<AirPicture, keyof Shown>>((one, other) => one.cueHash === other.cueHash && one.seq === other.seq),
  }));

  return {
    look({ meeting, isLive, trueUntil, now, history }) {
      live.show(isLive && meeting !== null ? { state: stateName(meeting), floor: meeting.floor?.entryId ?? null } : null);
      for (const output of outputs) {
        const { language } = output;
        output.memory = nextOutput(output.memory, { bus: 'program', language, meeting, live: isLive, trueUntil, now, holdMs, history });
        output.roll.show(onScreen(language, output.memory));
      }
    },
    end() {
      live.show(null);
      // A page that comes back remembers nothing.
      for (const output of outputs) {
        output.memory = blankOutput;
        output.roll.show(null);
      }
    },
    live: live.all,
    air: () => outputs.flatMap(({ roll }) => roll.all()),
  };
}

function onScreen(language: OutputLanguage, { picture }: OutputMemory): Omit<AirPicture, keyof Shown> | null {
  if (picture === null) return null;
  return { language, cueHash: picture.cueHash, seq: picture.seq, name: picture.line.name };
}

interface Roll<Content> {
  show(content: Content | null): void;
  all(): readonly (Content & Shown)[];
}

function makeRoll<Content>(isSame: (one: Content, other: Content) => boolean): Roll<Content> {
  const past: (Content & Shown)[] = [];
  let present: { readonly from: number; readonly content: Content } | null = null;
  return {
    show(content) {
      if (present !== null && content !== null && isSame(present.content, content)) return;
      if (present === null && content === null) return;
      const at = Date.now();
      if (present !== null) past.push({ ...present.content, from: present.from, until: at });
      present = content === null ? null : { from: at, content };
    },
    all: () => [...past, ...(present === null ? [] : [{ ...present.content, from: present.from, until: null }])],
  };
}
