/** The one renderer of lower thirds: the same on the output pages, in the monitors and in the contact sheet of the desk. */
import './lower-third.css';
import { createEffect, type JSX, on, onCleanup, Show } from 'solid-js';
import type { CaptionLine } from '../../../shared/domain/meeting.ts';
import { countLines, type Fit, fitOf, widthOf } from './measure.ts';

/** A 16:9 picture as wide as its parent. Everything in it is sized in parts of its width. */
export function Stage(props: {
  /** Ground and safe area, for a monitor; an output page is transparent. */
  readonly picture: boolean;
  readonly children: JSX.Element;
}): JSX.Element {
  return (
    <div class="stage" data-picture={props.picture ? '' : undefined}>
      {props.children}
    </div>
  );
}

/** The lower part of the picture only, where the writing begins: large enough to read in a contact sheet. */
export function StageStrip(props: { readonly direction: 'ltr' | 'rtl'; readonly children: JSX.Element }): JSX.Element {
  return (
    <div class="stage-strip" dir={props.direction}>
      <Stage picture={false}>{props.children}</Stage>
    </div>
  );
}

export interface LowerThirdProps {
  readonly line: CaptionLine;
  readonly cueHash: string;
  readonly seq: number;
  /** Told after it was laid out, and again when a font has come. */
  readonly onFit?: (fit: Fit) => void;
}

/** Name and function at one size; what is too wide takes a second line, nothing is ever cut. Hard cuts only: no fade shows an old name. */
export function LowerThird(props: LowerThirdProps): JSX.Element {
  let plate: HTMLDivElement | undefined;
  let name: HTMLParagraphElement | undefined;
  let role: HTMLParagraphElement | undefined;

  /** Balanced lines are shorter than the plate that they were broken in: the plate is drawn in to the longest of them. */
  function settle(): void {
    if (plate === undefined || name === undefined) return;
    plate.style.removeProperty('inline-size');
    const lines = linesOf(name, role);
    const stage = plate.closest('.stage')?.getBoundingClientRect().width ?? 0;
    const width = Math.max(widthOf(boxesOf(name)), role === undefined ? 0 : widthOf(boxesOf(role)));
    if (stage > 0 && width > 0 && lines.name + lines.function > 2) {
      plate.style.setProperty('inline-size', `${((width + frameOf(plate)) / stage) * 100 + slackPercent}cqi`);
      // Rounding can break a line once more: then the plate is better wide.
      const after = linesOf(name, role);
      if (after.name !== lines.name || after.function !== lines.function) plate.style.removeProperty('inline-size');
    }
    props.onFit?.(fitOf(lines));
  }

  createEffect(on(() => [props.line.name, props.line.function, props.line.language], settle));
  document.fonts?.addEventListener('loadingdone', settle);
  onCleanup(() => document.fonts?.removeEventListener('loadingdone', settle));

  return (
    <div
      class="lower-third"
      data-testid="lower-third"
      data-cue-hash={props.cueHash}
      data-seq={props.seq}
      lang={props.line.language}
      dir={props.line.direction}
    >
      <div class="lower-third-plate" ref={plate}>
        <p class="lower-third-name" ref={name}>
          <bdi data-line="name" lang={props.line.language} dir={props.line.direction}>
            {props.line.name}
          </bdi>
        </p>
        <Show when={props.line.function}>
          {(text) => (
            <p class="lower-third-function" ref={role}>
              <bdi data-line="function" lang={props.line.language} dir={props.line.direction}>
                {text()}
              </bdi>
            </p>
          )}
        </Show>
      </div>
    </div>
  );
}

/** Of the width of the picture: a little more than measured, so that the lines break where they did. */
const slackPercent = 0.15;

function linesOf(name: Element, role: Element | undefined): { readonly name: number; readonly function: number } {
  return { name: countLines(boxesOf(name)), function: role === undefined ? 0 : countLines(boxesOf(role)) };
}

function boxesOf(element: Element): readonly DOMRect[] {
  const range = document.createRange();
  range.selectNodeContents(element);
  return [...range.getClientRects()];
}

/** What padding and border take of the width. */
function frameOf(element: Element): number {
  const style = getComputedStyle(element);
  const sides = [style.paddingInlineStart, style.paddingInlineEnd, style.borderInlineStartWidth, style.borderInlineEndWidth];
  return sides.reduce((sum, side) => sum + (Number.parseFloat(side) || 0), 0);
}
