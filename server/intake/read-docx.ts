/** Text of a Word document through mammoth: paragraphs with the marks of their lists, tables row by row, notes at the end. */
import mammoth from 'mammoth';
import { Unreadable } from './unreadable.ts';

/** @throws Unreadable fileWithoutText; whatever mammoth throws at a damaged file */
export async function readDocx(file: Buffer): Promise<readonly string[]> {
  let paragraphs: readonly string[] = [];
  await mammoth.convertToHtml(
    { buffer: file },
    {
      externalFileAccess: false,
      includeEmbeddedStyleMap: false,
      transformDocument(document: DocumentNode): DocumentNode {
        paragraphs = paragraphsOf(document);
        // No HTML is wanted: it would hold every picture of the document.
        return { ...document, children: [] };
      },
    },
  );
  if (paragraphs.length === 0) throw new Unreadable('fileWithoutText');
  return paragraphs;
}

/** What is used of mammoth's picture of a document (its `lib/documents.js`), which has no types. */
interface Node {
  readonly type: string;
  readonly children?: readonly Node[];
  readonly value?: string;
  readonly numbering?: Numbering | null;
  readonly noteType?: string;
  readonly noteId?: string;
}

/** One object for all paragraphs of a list at that level. */
interface Numbering {
  readonly level: string | number;
  readonly isOrdered: boolean;
}

interface DocumentNode extends Node {
  readonly notes: { resolve(reference: Node): { readonly body: readonly Node[] } | null };
}

function paragraphsOf(document: DocumentNode): readonly string[] {
  const notes: string[] = [];
  const marks = listMarks();

  function blocks(nodes: readonly Node[]): readonly string[] {
    return nodes.flatMap((node) => {
      if (node.type === 'paragraph') return paragraph(node);
      if (node.type === 'table') return (node.children ?? []).map(row);
      return blocks(node.children ?? []);
    });
  }

  function paragraph(node: Node): readonly string[] {
    const text = inline(node);
    if (text.trim() === '') return [];
    return [node.numbering ? `${marks.next(node.numbering)} ${text}` : text];
  }

  function row(node: Node): string {
    const cells = (node.children ?? []).map((cell) => blocks(cell.children ?? []).join(' '));
    return cells.filter((cell) => cell.trim() !== '').join(' | ');
  }

  function inline(node: Node): string {
    if (node.type === 'text') return node.value ?? '';
    if (node.type === 'tab' || node.type === 'break') return ' ';
    if (node.type === 'noteReference') return noteMark(node);
    return (node.children ?? []).map(inline).join('');
  }

  function noteMark(reference: Node): string {
    const note = document.notes.resolve(reference);
    if (note === null) return '';
    const number = notes.push('');
    notes[number - 1] = `[${number}] ${blocks(note.body).join(' ').trim()}`;
    return ` [${number}]`;
  }

  const body = blocks(document.children ?? []);
  return [...body, ...notes].filter((text) => text.trim() !== '');
}

/**
 * mammoth tells that a list is ordered, not how its numbers are written: they are written as in documents of the United
 * Nations, 1. then (a) then (i).
 */
function listMarks(): { next(numbering: Numbering): string } {
  const counts = new Map<Numbering, number>();
  return {
    next(numbering) {
      const level = Number(numbering.level);
      for (const other of counts.keys()) if (Number(other.level) > level) counts.delete(other);
      if (!numbering.isOrdered) return '•';
      const count = (counts.get(numbering) ?? 0) + 1;
      counts.set(numbering, count);
      if (level === 0) return `${count}.`;
      return level === 1 ? `(${lettered(count)})` : `(${roman(count)})`;
    },
  };
}

/** a to z, then aa. */
function lettered(count: number): string {
  const letter = String.fromCharCode(97 + ((count - 1) % 26));
  return letter.repeat(Math.floor((count - 1) / 26) + 1);
}

const romanSigns = [
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
] as const;

function roman(count: number): string {
  let left = count;
  let text = '';
  for (const [value, sign] of romanSigns) {
    while (left >= value) {
      text += sign;
      left -= value;
    }
  }
  return text;
}
