/** What a file is, by its first bytes. What the sender calls it is only asked where the bytes do not tell. */
import { Unreadable } from './unreadable.ts';
import { measuredParts } from './zip.ts';

export type FileKind = 'docx' | 'xlsx' | 'pdf' | 'xml' | 'text';

/** Viewers take a PDF whose mark comes within this many bytes (ISO 32000-1, annex H, note 13). */
const pdfMarkWithin = 1_024;
/** Where a file of text shows that it is none. */
const looksAt = 64 * 1024;

/**
 * Archives are measured on the way, so that whoever gets the kind may unpack them.
 *
 * @throws Unreadable
 */
export async function kindOf(file: Buffer): Promise<FileKind> {
  if (file.length === 0) throw new Unreadable('fileWithoutText');
  const mark = file.toString('latin1', 0, 4);
  if (mark === 'PK\x03\x04' || mark === 'PK\x05\x06') return archiveKind(await measuredParts(file));
  if (file.subarray(0, pdfMarkWithin).includes('%PDF-')) return 'pdf';
  // Office before 2007, and any later Office file with a password, is an OLE container.
  if (file.subarray(0, 8).equals(Buffer.from('d0cf11e0a1b11ae1', 'hex')))
    throw new Unreadable(isLockedOffice(file) ? 'fileLocked' : 'fileKindUnknown');
  if (isBinary(file)) throw new Unreadable('fileKindUnknown');
  return /^\s*<\?xml\s/.test(startOf(file)) || /^\s*<(!DOCTYPE\s+)?(martif|tbx)\b/i.test(startOf(file)) ? 'xml' : 'text';
}

function archiveKind(names: readonly string[]): FileKind {
  if (names.includes('word/document.xml') || names.some((name) => /^word\/document\d*\.xml$/.test(name))) return 'docx';
  if (names.includes('xl/workbook.xml')) return 'xlsx';
  throw new Unreadable('fileKindUnknown');
}

function isLockedOffice(file: Buffer): boolean {
  return file.includes(Buffer.from('EncryptedPackage', 'utf16le'));
}

/** Text has no NUL, unless it is UTF-16, which says so. */
function isBinary(file: Buffer): boolean {
  const start = file.subarray(0, looksAt);
  if (hasUtf16Mark(file)) return false;
  let controls = 0;
  for (const byte of start) {
    if (byte === 0) return true;
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c) controls += 1;
  }
  return controls > start.length / 100;
}

export function hasUtf16Mark(file: Buffer): boolean {
  return file.length >= 2 && (file.readUInt16BE(0) === 0xfeff || file.readUInt16BE(0) === 0xfffe);
}

function startOf(file: Buffer): string {
  return file.toString(hasUtf16Mark(file) ? 'utf16le' : 'utf8', 0, 512).replace(/^\uFEFF/, '');
}
