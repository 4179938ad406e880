import './output.css';
import { createEffect, createMemo, type JSX, Show } from 'solid-js';
import type { OutputLanguage } from '../../../shared/domain/meeting.ts';
import { createMeetingState } from '../../state/meeting-state.ts';
import { warmGlyphs } from '../lower-third/glyphs.ts';
import { LowerThird, Stage } from '../lower-third/lower-third.tsx';
import { type Bus, blankOutput, nextOutput, type OutputMemory } from './output-picture.ts';
import { outputOptionsOf } from './output-options.ts';

/** One language of one bus, transparent, for OBS, vMix or CasparCG. It keeps nothing: a reload is blank until the connection is live. */
export function OutputPage(props: { readonly meetingId: string; readonly bus: Bus; readonly language: OutputLanguage }): JSX.Element {
  const { station, holdMs } = outputOptionsOf(location.search);
  const view = `output ${props.bus} ${props.language}`;
  const state = createMeetingState({ meetingId: props.meetingId, station, view, unattended: true });
  const memory = createMemo((before: OutputMemory) => {
    const { status, since } = state.connection();
    const live = status === 'live';
    return nextOutput(before, {
      bus: props.bus,
      language: props.language,
      meeting: state.meeting(),
      live,
      trueUntil: since,
      // While live the time does not matter: not asking for it spares ten looks a second.
      now: live ? 0 : state.now(),
      holdMs,
      history: state.history(),
    });
  }, blankOutput);

  createEffect(() => {
    const captions = state.meeting()?.captions;
    for (const line of [captions?.armed?.lines[props.language], captions?.onAir?.cue.lines[props.language]]) {
      if (line !== undefined) void warmGlyphs(line);
    }
  });

  return (
    <main class="output-page">
      <h1 class="output-title">{`${props.bus} ${props.language}`}</h1>
      <Stage picture={false}>
        <Show when={memory().picture}>
          {(picture) => <LowerThird line={picture().line} cueHash={picture().cueHash} seq={picture().seq} />}
        </Show>
      </Stage>
    </main>
  );
}
