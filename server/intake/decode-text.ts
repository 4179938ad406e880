/** Bytes of a plain text to letters. */
import { hasUtf16Mark } from './file-kind.ts';

export interface Decoded {
  readonly text: string;
  /** Bytes that are no letters in the code page that was taken. */
  readonly broken: boolean;
}

/** UTF-8, or UTF-16 with its mark; everything else is one of the code pages of Windows, chosen by what the letters look like. */
export function decodeText(file: Buffer): Decoded {
  if (hasUtf16Mark(file)) return decoded(new TextDecoder(file[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(file));
  try {
    return decoded(new TextDecoder('utf-8', { fatal: true }).decode(file));
  } catch {
    return decoded(new TextDecoder(codePageOf(file)).decode(file));
  }
}

function decoded(text: string): Decoded {
  return { text, broken: text.includes('\uFFFD') };
}

/** Where a code page keeps the letters of the writing that it was made for. */
const sampleBytes = 256 * 1024;

/**
 * In windows-1251 and 1256 most letters of a text are above 0x7F; in 1252 they are a few between ASCII letters. Russian words
 * are runs of letters at 0xC0-0xFF; Arabic has the same range, but its commonest letters (alef 0xC7, lam 0xE1) make a sixth
 * of a text or more, and 0xE1 and 0xC7 are rare in Russian.
 */
function codePageOf(file: Buffer): 'windows-1252' | 'windows-1251' | 'windows-1256' {
  let ascii = 0;
  let high = 0;
  let alefOrLam = 0;
  for (const byte of file.subarray(0, sampleBytes)) {
    if ((byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a)) ascii += 1;
    if (byte >= 0xc0) high += 1;
    if (byte === 0xc7 || byte === 0xe1) alefOrLam += 1;
  }
  if (high <= ascii) return 'windows-1252';
  return alefOrLam > high / 8 ? 'windows-1256' : 'windows-1251';
}
