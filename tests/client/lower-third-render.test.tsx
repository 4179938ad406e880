import { createSignal } from 'solid-js';
import { render } from 'solid-js/web';
import { afterEach, describe, expect, it } from 'vitest';
import { LowerThird, Stage } from '../../client/views/lower-third/lower-third.tsx';
import type { CaptionLine } from '../../shared/domain/meeting.ts';
import { must } from '../../shared/lib/assert.ts';

const english: CaptionLine = { name: 'Robert Piper', function: 'Special Adviser', language: 'en', direction: 'ltr', verified: true };
const arabic: CaptionLine = { name: 'روبرت بايبر', function: null, language: 'ar', direction: 'rtl', verified: true };

let dispose = (): void => {};
afterEach(() => {
  dispose();
  document.body.replaceChildren();
});

describe('the lower third', () => {
  it('says who it is in the language and direction of the line, with the cue that it comes from', () => {
    const third = draw(() => <LowerThird line={english} cueHash="abc" seq={7} />);
    expect(third.dataset).toMatchObject({ cueHash: 'abc', seq: '7' });
    expect([third.lang, third.dir]).toEqual(['en', 'ltr']);
    expect(textOf(third, 'name')).toBe('Robert Piper');
    expect(textOf(third, 'function')).toBe('Special Adviser');
  });

  it('is mirrored for Arabic and has no empty second line', () => {
    const third = draw(() => <LowerThird line={arabic} cueHash="abc" seq={7} />);
    expect([third.lang, third.dir]).toEqual(['ar', 'rtl']);
    expect(third.querySelector('[data-line=function]')).toBeNull();
  });

  it('shows markup in a name as letters and runs none of it', () => {
    const nasty = '<img src=x onerror="document.title=\'run\'"> & “Pepe”';
    const third = draw(() => <LowerThird line={{ ...english, name: nasty }} cueHash="abc" seq={7} />);
    expect(textOf(third, 'name')).toBe(nasty);
    expect(third.querySelector('img')).toBeNull();
  });

  it('changes name, function and cue together', () => {
    const [shown, setShown] = createSignal({ line: english, hash: 'abc' });
    const third = draw(() => <LowerThird line={shown().line} cueHash={shown().hash} seq={7} />);
    setShown({ line: arabic, hash: 'def' });
    expect(textOf(third, 'name')).toBe('روبرت بايبر');
    expect(third.querySelector('[data-line=function]')).toBeNull();
    expect([third.dataset.cueHash, third.dir]).toEqual(['def', 'rtl']);
  });
});

function draw(third: () => ReturnType<typeof LowerThird>): HTMLElement {
  dispose = render(() => <Stage picture={false}>{third()}</Stage>, document.body);
  return must(document.querySelector<HTMLElement>('[data-testid=lower-third]'), 'a lower third');
}

function textOf(third: HTMLElement, line: string): string | null {
  return must(third.querySelector(`[data-line=${line}]`), `a line ${line}`).textContent;
}
