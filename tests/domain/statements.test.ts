import { describe, expect, it } from 'vitest';
import type { Command } from '../../shared/domain/commands.ts';
import { textToFollow } from '../../shared/domain/rules/statements.ts';
import { must } from '../../shared/lib/assert.ts';
import { given, type Scenario } from '../kit/given.ts';
import { smallPlan } from '../kit/plans.ts';

const planned = given(smallPlan());

describe('the text of a statement', () => {
  it('[SC1] One text per language is kept, the newest, and its version counts on.', () => {
    expect(scriptOf(planned, 'e5').texts).toMatchObject([{ language: 'fr', version: 1, paragraphs: ['Un.', 'Deux.', 'Trois.'] }]);
    const second = planned
      .when(text('e5', 'Un.\n\nDeux bis.', { language: 'fr', status: 'readOutVerbatim' }))
      .thenFacts(
        { type: 'scriptSet', status: 'received', text: { version: 2, handling: 'readOutVerbatim', paragraphs: ['Un.', 'Deux bis.'] } },
        { type: 'lateChangeNoted', kind: 'text', before: '1', after: '2' },
      );
    const both = second.when(text('e5', 'One.', { language: 'en' }));
    expect(scriptOf(both, 'e5').texts.map(({ language, version }) => [language, version])).toEqual([
      ['fr', 2],
      ['en', 1],
    ]);
    expect(scriptOf(both, 'e5').texts[1]).toMatchObject({ receivedAt: both.now, handling: null, sample: false });
  });

  it('[SC2] A first text in good time is no late change; near the floor it is one.', () => {
    planned.when(text('e10', 'One.')).thenFacts({ type: 'scriptSet' });
    planned.when(text('e2', 'One.')).thenFacts({ type: 'scriptSet' }, { type: 'lateChangeNoted', kind: 'text', before: null, after: '1' });
  });

  it('[SC3] A text may be announced before it is there; an empty one is refused.', () => {
    const expected = planned.when(text('e6', '', { status: 'expected' })).thenFacts({ type: 'scriptSet', status: 'expected', text: null });
    expect(scriptOf(expected, 'e6')).toEqual({ status: 'expected', texts: [], position: null });
    planned.when(text('e6', ' \n\u200B ')).thenRefused('textEmpty');
    planned.when(text('e99', 'One.')).thenRefused('entryUnknown');
  });

  it('[SC4] Where the speaker is in the text is a paragraph that exists, and starts anew with a new version.', () => {
    const at2 = planned.when({ type: 'setScriptPosition', entryId: 'e5', paragraph: 2, mode: 'onScript' }, { by: 'booth:fr' });
    expect(scriptOf(at2, 'e5').position).toEqual({ paragraph: 2, mode: 'onScript', at: at2.now, by: 'booth:fr' });
    expect(
      at2.when({ type: 'setScriptPosition', entryId: 'e5', paragraph: 3, mode: 'onScript' }).thenRefused('paragraphUnknown').refusal
        ?.params,
    ).toEqual({
      count: 3,
    });
    planned.when({ type: 'setScriptPosition', entryId: 'e6', paragraph: 0, mode: 'offScript' }).thenRefused('noScript');
    planned.when({ type: 'setScriptPosition', entryId: 'e99', paragraph: 0, mode: 'offScript' }).thenRefused('entryUnknown');
    expect(scriptOf(at2.when(text('e5', 'Neuf.', { language: 'fr' })), 'e5').position).toBeNull();
  });

  it('[SC5] The text to follow is the one in the language spoken, else the first there is.', () => {
    const both = planned.when(text('e5', 'One.', { language: 'en' }));
    const entry = must(both.meeting.entries[4], 'Albania');
    expect(['en', 'fr', 'ru'].map((language) => textToFollow(entry, language)?.language)).toEqual(['en', 'fr', 'fr']);
    expect(textToFollow(must(both.meeting.entries[5], 'Brazil'), 'en')).toBeNull();
  });

  it('[UP1] The same text again, in the same language and with the same handling, is refused and alarms nobody.', () => {
    const same = text('e5', ' Un.\r\n\r\nDeux.\n\n\nTrois. ', { language: 'fr', status: 'checkAgainstDelivery' });
    expect(planned.when(same).thenRefused('textUnchanged').refusal?.params).toEqual({ version: 1 });
    planned
      .when(text('e5', 'Un.\n\nDeux.\n\nTrois.', { language: 'fr', status: 'readOutVerbatim' }))
      .thenFacts({ type: 'scriptSet', text: { version: 2, handling: 'readOutVerbatim' } }, { type: 'lateChangeNoted', kind: 'text' });
    planned
      .when(text('e5', 'Un.\n\nDeux.', { language: 'fr', status: 'checkAgainstDelivery' }))
      .thenFacts({ type: 'scriptSet', text: { version: 2, paragraphs: ['Un.', 'Deux.'] } }, { type: 'lateChangeNoted', kind: 'text' });
    planned
      .when(text('e5', 'Un.\n\nDeux.\n\nTrois.', { language: 'es', status: 'checkAgainstDelivery' }))
      .thenFacts({ type: 'scriptSet', text: { language: 'es', version: 1 } });
  });

  it('does not touch the cue of its entry', () => {
    const before = must(planned.meeting.entries[4], 'Albania');
    const after = must(planned.when(text('e5', 'Neuf.')).meeting.entries[4], 'Albania');
    expect([after.revision, after.captionRevision]).toEqual([before.revision, before.captionRevision]);
  });
});

function text(
  entryId: string,
  paragraphs: string,
  more: { language?: string; status?: 'expected' | 'checkAgainstDelivery' | 'readOutVerbatim' } = {},
): Command {
  return { type: 'setScript', entryId, language: 'en', text: paragraphs, status: 'received', ...more };
}

function scriptOf({ meeting }: Scenario, id: string) {
  return must(
    meeting.entries.find((entry) => entry.id === id),
    id,
  ).script;
}
