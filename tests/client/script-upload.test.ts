import { setImmediate } from 'node:timers/promises';
import { createRoot } from 'solid-js';
import { describe, expect, it } from 'vitest';
import type { FileRead } from '../../client/state/intake.ts';
import { createFileReader, type FileReader } from '../../client/views/script-upload/file-reading.ts';
import { handlingSaid, isOtherLanguage, isTooLong, textFrom } from '../../client/views/script-upload/text-draft.ts';
import { cleanParagraphs } from '../../shared/lib/text.ts';

describe('a text before it is sent', () => {
  it.each([
    ['CHECK AGAINST DELIVERY', 'checkAgainstDelivery'],
    ['Seul le prononcé fait foi', 'checkAgainstDelivery'],
    ['Cotéjese con el discurso pronunciado', 'checkAgainstDelivery'],
    ['Сверять с произносимым текстом', 'checkAgainstDelivery'],
    ['يراجع عند الإلقاء', 'checkAgainstDelivery'],
    ['以实际发言为准', 'checkAgainstDelivery'],
    ['To be read out verbatim', 'readOutVerbatim'],
    ['يُقرأ حرفياً', 'readOutVerbatim'],
    ['Statement by Ecuador', 'received'],
  ] as const)('[UP8] What page 1 says is taken from it: %s', (line, handling) => {
    expect(handlingSaid(['Human Rights Council, 37th session', line, 'Mr. President,'])).toBe(handling);
  });

  it('[UP8] What is said further on is not about the text.', () => {
    const paragraphs = [...Array.from({ length: 8 }, () => 'Mr. President,'), 'I shall check against delivery of aid what was promised.'];
    expect(handlingSaid(paragraphs)).toBe('received');
  });

  it('keeps its paragraphs on the way through the field, a single one too', () => {
    for (const paragraphs of [['One line.'], ['One.', 'Two.'], ['رئيس المجلس', 'شكراً']]) {
      expect(cleanParagraphs(textFrom(paragraphs))).toEqual(paragraphs);
    }
  });

  it('[UP9] Too long is what one command cannot carry, in letters or in bytes.', () => {
    expect(isTooLong('a'.repeat(600_000))).toBe(false);
    expect(isTooLong('a'.repeat(600_001))).toBe(true);
    expect(isTooLong('中'.repeat(400_000))).toBe(true);
    expect(isTooLong('中'.repeat(300_000))).toBe(false);
  });

  it('a guess that does not know, or knows the same language by a longer name, is no hint', () => {
    expect([isOtherLanguage(null, 'fr'), isOtherLanguage('pt', 'pt-BR'), isOtherLanguage('fr', 'en')]).toEqual([false, false, true]);
  });
});

describe('reading a file', () => {
  it('[UP10] Only the file that was given last counts, whichever is read first.', async () => {
    const { reader, answers, read } = fileReader();
    reader.give(new File(['1'], 'first.docx'));
    reader.give(new File(['2'], 'second.docx'));
    answers.get('second.docx')?.({ ok: true, value: 'two' });
    await setImmediate();
    expect(reader.state()).toEqual({ status: 'read', name: 'second.docx', value: 'two' });
    answers.get('first.docx')?.({ ok: true, value: 'one' });
    await setImmediate();
    expect(reader.state()).toMatchObject({ name: 'second.docx' });
    expect(read).toEqual(['two']);
  });

  it('[UP10] A file that somebody no longer waits for fills in nothing.', async () => {
    const { reader, answers, read } = fileReader();
    reader.give(new File(['1'], 'slow.pdf'));
    reader.forget();
    answers.get('slow.pdf')?.({ ok: true, value: 'late' });
    await setImmediate();
    expect([reader.state(), read]).toEqual([{ status: 'none' }, []]);
  });

  it('[UP10] A refusal says which file it is about.', async () => {
    const { reader, answers } = fileReader();
    reader.give(new File(['1'], 'bomb.docx'));
    expect(reader.state()).toEqual({ status: 'reading', name: 'bomb.docx' });
    answers.get('bomb.docx')?.({ ok: false, refusal: { code: 'fileTooHard' } });
    await setImmediate();
    expect(reader.state()).toEqual({ status: 'refused', name: 'bomb.docx', refusal: { code: 'fileTooHard' } });
  });
});

function fileReader(): {
  readonly reader: FileReader<string>;
  readonly answers: Map<string, (read: FileRead<string>) => void>;
  readonly read: string[];
} {
  const answers = new Map<string, (read: FileRead<string>) => void>();
  const read: string[] = [];
  const reader = createRoot(() =>
    createFileReader<string>(
      (file) => new Promise((resolve) => answers.set(file.name, resolve)),
      (value) => read.push(value),
    ),
  );
  return { reader, answers, read };
}
