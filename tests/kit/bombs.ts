/** Archives that are small and unpack to a gigabyte, written byte by byte because no library would. */
import { Readable } from 'node:stream';
import { createDeflate, createDeflateRaw, deflateRawSync } from 'node:zlib';

const mebibyte = 1024 * 1024;

/** So many MiB of spaces, packed without ever being there, while the event loop goes on. */
export async function packedSpaces(mebibytes: number, format: 'zlib' | 'raw'): Promise<Buffer> {
  const block = Buffer.alloc(mebibyte, ' ');
  const source = Readable.from(Array.from({ length: mebibytes }, () => block));
  const pieces: Buffer[] = [];
  for await (const piece of source.pipe(format === 'raw' ? createDeflateRaw() : createDeflate())) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

/** A few kB: two hundred parts that all are the same five megabytes of spaces, each telling that it is 100 bytes long. */
export function overlappingBomb(): Buffer {
  const packed = deflateRawSync(Buffer.alloc(5 * mebibyte, ' '), { level: 9 });
  const names = ['word/document.xml', ...Array.from({ length: 204 }, (_, index) => `word/media/${index}.xml`)];
  return archive(packed, names, { told: 100 });
}

/** A Word document that is nothing but its text. `packed`: its XML, deflated. `told`: how long it says that this is. */
export function docxOf(packed: Buffer, told: number): Buffer {
  return archive(packed, ['word/document.xml'], { told });
}

/** As an archive that asks for a password marks its parts. */
export function lockedArchive(): Buffer {
  return archive(deflateRawSync(Buffer.from('<w:document/>')), ['word/document.xml'], { told: 13, flags: 1 });
}

/** One packed part under many names. */
function archive(
  packed: Buffer,
  names: readonly string[],
  { told, flags = 0 }: { readonly told: number; readonly flags?: number },
): Buffer {
  const first = names[0] ?? '';
  const local = Buffer.concat([header(0x04034b50, 30, { flags, packed: packed.length, told, name: first }), Buffer.from(first), packed]);
  const central = Buffer.concat(
    names.map((name) => Buffer.concat([header(0x02014b50, 46, { flags, packed: packed.length, told, name }), Buffer.from(name)])),
  );
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(names.length, 8);
  end.writeUInt16LE(names.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, central, end]);
}

interface Fields {
  readonly flags: number;
  readonly packed: number;
  readonly told: number;
  readonly name: string;
}

/** Both headers have the same fields in the same order; the central one begins with two bytes more and ends with the place 0. */
function header(signature: number, size: 30 | 46, { flags, packed, told, name }: Fields): Buffer {
  const bytes = Buffer.alloc(size);
  const shift = size === 46 ? 2 : 0;
  bytes.writeUInt32LE(signature, 0);
  bytes.writeUInt16LE(20, 4 + shift);
  bytes.writeUInt16LE(flags, 6 + shift);
  bytes.writeUInt16LE(8, 8 + shift);
  bytes.writeUInt32LE(packed, 18 + shift);
  bytes.writeUInt32LE(told, 22 + shift);
  bytes.writeUInt16LE(Buffer.byteLength(name), 26 + shift);
  return bytes;
}
