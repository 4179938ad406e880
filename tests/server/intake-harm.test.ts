import { request } from 'node:http';
import { deflateRawSync, deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFileReader, usualReader } from '../../server/intake/file-reader.ts';
import { allStations } from '../../shared/domain/stations.ts';
import { docxOf, lockedArchive, overlappingBomb, packedSpaces } from '../kit/bombs.ts';
import { makeDocx, makePdf } from '../kit/files.ts';
import { problemOf, type RunningTestServer, sample, startTestServer } from './running-server.ts';
import { sendFile } from './send-file.ts';

let server: RunningTestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const mebibyte = 1024 * 1024;
const doors = ['texts', 'team-sheets', 'glossaries'];

describe('a file that is too large', () => {
  it('[IN12] is refused by what it says of its length, before any of it has come', async () => {
    const { status, sent } = await stream({ 'Content-Length': String(200 * mebibyte) }, 0);
    expect(status).toBe(413);
    expect(sent).toBe(0);
  });

  it('[IN12] is refused on its way when it does not say, and is not held in memory', async () => {
    const before = process.memoryUsage().rss;
    const { status, sent, code } = await stream({ 'Transfer-Encoding': 'chunked' }, 200 * mebibyte);
    expect([status, code]).toEqual([413, 'fileTooLarge']);
    // What the socket and the limit hold; the rest was never read.
    expect(sent).toBeLessThan(80 * mebibyte);
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * mebibyte);
  });

  it('[IN12] is told from one that is just small enough', async () => {
    const bytes = new Uint8Array(20 * mebibyte + 1).fill(0x61);
    expect(await problemOf(await sendFile(server, 'glossaries', { bytes }))).toMatchObject({ status: 413, code: 'fileTooLarge' });
    expect((await sendFile(server, 'glossaries', { bytes: bytes.subarray(1) })).status).not.toBe(413);
  });
});

describe('a bomb', () => {
  it.each([
    ['of a few kB, whose parts lie over one another', async () => overlappingBomb(), 32 * 1024],
    ['of a megabyte, whose text is a gigabyte of spaces', async () => docxOf(await packedSpaces(1024, 'raw'), 100), 2 * mebibyte],
  ])('[IN13] %s is refused, and the server answers meanwhile', async (_what, make, most) => {
    const bytes = await make();
    expect(bytes.length).toBeLessThan(most);
    let isOver = false;
    const answer = sendFile(server, 'texts', { bytes }).finally(() => {
      isOver = true;
    });
    let answers = 0;
    while (!isOver) {
      expect((await server.get(null, '/healthz')).status).toBe(200);
      answers += 1;
    }
    expect(await problemOf(await answer)).toMatchObject({ status: 422, code: 'fileUnpacksTooLarge' });
    expect(answers).toBeGreaterThan(3);
  });

  it('[IN14] in a PDF, which unpacks into buffers that no limit of the heap sees, is stopped', async () => {
    const bytes = makePdf(await packedSpaces(400, 'zlib'));
    const place = createFileReader({ ...usualReader, growth: 150 * mebibyte }).place();
    const answer = await place?.read({ kind: 'text', expected: null }, bytes);
    expect(answer).toMatchObject({ ok: false, code: 'fileTooHard', fault: expect.stringContaining('took more than') });
  });

  it('[IN14] of objects is stopped when its thread has no more memory', async () => {
    const paragraphs = '<w:p/>'.repeat(2 * mebibyte);
    const xml = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraphs}</w:body></w:document>`;
    const place = createFileReader({ ...usualReader, heapMiB: 64, withinMs: 60_000 }).place();
    const answer = await place?.read({ kind: 'text', expected: null }, docxOf(deflateRawSync(xml), xml.length));
    expect(answer).toMatchObject({ ok: false, code: 'fileTooHard', fault: expect.stringContaining('memory limit') });
  }, 60_000);

  it('[IN14] of time is stopped', async () => {
    const place = createFileReader({ ...usualReader, withinMs: 20 }).place();
    const answer = await place?.read({ kind: 'text', expected: null }, makeDocx(['Too late.']));
    expect(answer).toMatchObject({ ok: false, code: 'fileTooHard' });
  });
});

describe('many files at once', () => {
  it('[IN15] wait for one another, and beyond ten are sent away', async () => {
    const answers = await Promise.all(Array.from({ length: 14 }, () => sendFile(server, 'texts', { bytes: 'One of many texts.' })));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(10);
    const refused = answers.find(({ status }) => status === 503);
    expect(refused?.headers.get('retry-after')).toBe('5');
    expect(refused === undefined ? null : await problemOf(refused)).toMatchObject({ code: 'filesWaiting' });
    expect((await sendFile(server, 'texts', { bytes: 'And one after them.' })).status).toBe(200);
  });
});

describe('who may give a file', () => {
  it('[IN16] is staff of the meeting, not a viewer or a screen, and no page of another site', async () => {
    const answers = new Map<string, number>();
    for (const station of allStations) answers.set(station, (await sendFile(server, 'glossaries', { bytes: 'en\npeace', station })).status);
    const refused = [...answers].filter(([, status]) => status === 403).map(([station]) => station);
    expect(refused).toEqual(['display', 'output', 'viewer']);
    expect([...answers.values()].filter((status) => status === 200)).toHaveLength(allStations.length - 3);
    expect((await sendFile(server, 'texts', { bytes: 'x', station: null })).status).toBe(401);
    const foreign = { Origin: 'https://evil.example' };
    expect(await problemOf(await sendFile(server, 'texts', { bytes: 'x', headers: foreign }))).toMatchObject({
      status: 403,
      code: 'crossSite',
    });
  });
});

describe('any bytes', () => {
  it('[IN18] that cannot be read are refused with the reason', async () => {
    const ole = Buffer.from('d0cf11e0a1b11ae1', 'hex');
    const expected: readonly (readonly [Uint8Array, string])[] = [
      [new Uint8Array(), 'fileWithoutText'],
      [Buffer.from(' \n\n '), 'fileWithoutText'],
      [makeDocx([]), 'fileWithoutText'],
      [lockedArchive(), 'fileLocked'],
      [Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')]), 'fileLocked'],
      [ole, 'fileKindUnknown'],
      [Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'fileKindUnknown'],
      [Buffer.from(makeDocx(['cut off'])).subarray(0, 300), 'fileBroken'],
    ];
    const codes = [];
    for (const [bytes] of expected) codes.push((await problemOf(await sendFile(server, 'texts', { bytes }))).code);
    expect(codes).toEqual(expected.map(([, code]) => code));
  });

  it('[IN17] are answered, never failed on, and nothing of any file is kept', async () => {
    const heads = [
      '',
      'PK\x03\x04',
      '%PDF-1.7\n',
      '<?xml version="1.0"?><tbx><termEntry>',
      'booth,initials,a\n',
      '\xff\xfe',
      '\xef\xbb\xbf',
    ];
    const whole = [makeDocx(['A whole document.']), makePdf(deflateSync('BT /F1 12 Tf (Hello) Tj ET'))];
    const random = randomFrom(20261124);
    const files: Uint8Array[] = heads.map((head) => Buffer.concat([Buffer.from(head, 'latin1'), randomBytes(random, 3_000)]));
    for (const file of whole) for (let times = 0; times < 4; times += 1) files.push(spoiled(random, file));
    for (const [index, bytes] of files.entries()) {
      const response = await sendFile(server, doors[index % doors.length] ?? 'texts', { bytes });
      expect([200, 415, 422]).toContain(response.status);
    }
    const { events } = (await (await server.get('chair', `${sample}/events`)).json()) as { events: { event: { type: string } }[] };
    expect(events.map(({ event }) => event.type)).toEqual(['meetingPlanned']);
  });
});

interface Streamed {
  readonly status: number;
  readonly code: string | null;
  /** Bytes that the system took from us before the answer came. */
  readonly sent: number;
}

function stream(headers: Readonly<Record<string, string>>, length: number): Promise<Streamed> {
  const { hostname, port } = new URL(server.origin);
  const chunk = Buffer.alloc(64 * 1024, 0x20);
  chunk.write('%PDF-1.7\n');
  return new Promise((resolve, reject) => {
    let sent = 0;
    let isAnswered = false;
    const call = request({
      hostname,
      port,
      method: 'POST',
      path: `${sample}/texts`,
      headers: { Authorization: `Bearer ${server.token('chair')}`, 'Content-Type': 'application/pdf', ...headers },
    });
    call.on('response', (response) => {
      isAnswered = true;
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => (text += part));
      response.on('end', () => {
        call.destroy();
        const body: { readonly code?: string } = JSON.parse(text);
        resolve({ status: response.statusCode ?? 0, code: body.code ?? null, sent });
      });
    });
    call.on('error', (fault) => (isAnswered ? undefined : reject(fault)));
    call.flushHeaders();
    const push = (): void => {
      while (!isAnswered && sent < length) {
        sent += chunk.length;
        if (!call.write(chunk)) {
          call.once('drain', push);
          return;
        }
      }
    };
    push();
  });
}

/** Mulberry32: the same bytes in every run. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}

function randomBytes(random: () => number, length: number): Buffer {
  return Buffer.from(Array.from({ length }, () => random() % 256));
}

function spoiled(random: () => number, file: Uint8Array): Buffer {
  const bytes = Buffer.from(file);
  for (let times = 0; times < 20; times += 1) bytes[random() % bytes.length] = random() % 256;
  return bytes;
}
