/** DOCX and XLSX are ZIP archives. Before a library unpacks one, it is unpacked here into nothing, and measured. */
import { constants, createInflateRaw } from 'node:zlib';
import { Unreadable } from './unreadable.ts';

/** All parts of one file together. A book of 1,000 pages has about 30 MiB of XML. Our choice. */
const mostUnpackedBytes = 100 * 1024 * 1024;
/** A document has some dozens; one with a picture on every page some hundreds. Our choice. */
const mostParts = 5_000;

/** From the ZIP specification (APPNOTE 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16). */
const endRecord = { signature: 0x06054b50, size: 22, longestComment: 0xffff };
const centralHeader = { signature: 0x02014b50, size: 46 };
const localHeader = { signature: 0x04034b50, size: 30 };
const methods = { stored: 0, deflated: 8 };

interface Part {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly packedSize: number;
  readonly headerAt: number;
}

/**
 * Names of the parts of an archive that is safe to unpack. What the archive says of its sizes is not believed.
 *
 * @throws Unreadable fileBroken, fileLocked, fileUnpacksTooLarge
 */
export async function measuredParts(file: Buffer): Promise<readonly string[]> {
  const parts = listParts(file);
  let unpacked = 0;
  for (const part of parts) {
    if (part.encrypted) throw new Unreadable('fileLocked');
    unpacked += await unpackedSize(packedBytes(file, part), part.method, mostUnpackedBytes - unpacked);
  }
  return parts.map(({ name }) => name);
}

function listParts(file: Buffer): readonly Part[] {
  const end = findEnd(file);
  const count = file.readUInt16LE(end + 10);
  if (count > mostParts) throw new Unreadable('fileUnpacksTooLarge');
  const parts: Part[] = [];
  let at = file.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (at + centralHeader.size > file.length || file.readUInt32LE(at) !== centralHeader.signature) throw new Unreadable('fileBroken');
    const [nameSize, extraSize, commentSize] = [file.readUInt16LE(at + 28), file.readUInt16LE(at + 30), file.readUInt16LE(at + 32)];
    parts.push({
      name: file.toString('utf8', at + centralHeader.size, at + centralHeader.size + nameSize),
      method: file.readUInt16LE(at + 10),
      encrypted: (file.readUInt16LE(at + 8) & 1) === 1,
      packedSize: file.readUInt32LE(at + 20),
      headerAt: file.readUInt32LE(at + 42),
    });
    at += centralHeader.size + nameSize + extraSize + commentSize;
  }
  return parts;
}

/** The record may be followed by a comment, so it is looked for from the end. */
function findEnd(file: Buffer): number {
  const first = Math.max(0, file.length - endRecord.size - endRecord.longestComment);
  for (let at = file.length - endRecord.size; at >= first; at -= 1) if (file.readUInt32LE(at) === endRecord.signature) return at;
  throw new Unreadable('fileBroken');
}

function packedBytes(file: Buffer, { headerAt, packedSize }: Part): Buffer {
  if (headerAt + localHeader.size > file.length || file.readUInt32LE(headerAt) !== localHeader.signature)
    throw new Unreadable('fileBroken');
  const start = headerAt + localHeader.size + file.readUInt16LE(headerAt + 26) + file.readUInt16LE(headerAt + 28);
  if (start + packedSize > file.length) throw new Unreadable('fileBroken');
  return file.subarray(start, start + packedSize);
}

async function unpackedSize(packed: Buffer, method: number, most: number): Promise<number> {
  if (method === methods.stored) {
    if (packed.length > most) throw new Unreadable('fileUnpacksTooLarge');
    return packed.length;
  }
  if (method !== methods.deflated) throw new Unreadable('fileBroken');
  let size = 0;
  const inflate = createInflateRaw({ chunkSize: 64 * 1024, finishFlush: constants.Z_SYNC_FLUSH });
  inflate.end(packed);
  try {
    for await (const chunk of inflate) {
      size += (chunk as Buffer).length;
      if (size > most) throw new Unreadable('fileUnpacksTooLarge');
    }
  } catch (fault) {
    throw fault instanceof Unreadable ? fault : new Unreadable('fileBroken');
  }
  return size;
}
