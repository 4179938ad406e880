/** A WebSocket frame by frame (RFC 6455 section 5.2), also as no client library would send it. */
import { connect } from 'node:net';
import { randomBytes } from 'node:crypto';
import { getRequest } from './raw-http.ts';
import { until } from './until.ts';

export interface Frame {
  /** 0 continuation, 1 text, 2 binary, 8 close, 9 ping, 10 pong. */
  readonly opcode: number;
  readonly payload?: string | Uint8Array;
  /** Default: true. */
  readonly final?: boolean;
  /** Default: true, as clients must. */
  readonly masked?: boolean;
  /** The three reserved bits, 0 to 7. */
  readonly reserved?: number;
  /** What the header says, when that is not the truth. */
  readonly claimedLength?: bigint;
}

export interface RawSocket {
  send(frame: Frame): void;
  write(bytes: Uint8Array): void;
  /** What came in text frames. */
  texts(): readonly string[];
  /** The code of the close frame, as soon as it comes; `null`: cut without one. It is never answered. */
  readonly closed: Promise<number | null>;
  /** When the server has cut the connection. */
  readonly gone: Promise<void>;
  isOpen(): boolean;
  destroy(): void;
}

/** Resolves when the server has said welcome. */
export async function openRawSocket(origin: string, meetingId: string, token: string): Promise<RawSocket> {
  const socket = connect(Number(new URL(origin).port), new URL(origin).hostname);
  const headers = [
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
    'Sec-WebSocket-Protocol: rostrum.v2',
    `Authorization: Bearer ${token}`,
  ];
  const texts: string[] = [];
  let unread = Buffer.alloc(0);
  let upgraded = false;
  let sayClosed = (_code: number | null): void => {};
  const closed = new Promise<number | null>((resolve) => {
    sayClosed = resolve;
  });
  const gone = new Promise<void>((resolve) => socket.on('close', () => resolve()));

  socket.on('data', (data) => {
    unread = Buffer.concat([unread, data]);
    const end = unread.indexOf('\r\n\r\n');
    if (!upgraded && end >= 0) {
      upgraded = true;
      unread = unread.subarray(end + 4);
    }
    for (let next = upgraded ? takeFrame(unread) : null; next !== null; next = takeFrame(unread)) {
      unread = next.rest;
      if (next.opcode === 1) texts.push(next.payload.toString('utf8'));
      if (next.opcode === 8 && next.payload.length >= 2) sayClosed(next.payload.readUInt16BE(0));
    }
  });
  // Who writes on after the server has closed is reset.
  socket.on('error', () => socket.destroy());
  socket.on('close', () => sayClosed(null));
  socket.write(getRequest(origin, `/api/meetings/${meetingId}/live`, headers).replace('Connection: close', 'Connection: Upgrade'));
  await until('the welcome', 5_000, () => texts.length > 0);

  return {
    send: (frame) => void socket.write(frameBytes(frame)),
    write: (bytes) => void socket.write(bytes),
    texts: () => texts,
    closed,
    gone,
    isOpen: () => !socket.destroyed && socket.writable,
    destroy: () => void socket.destroy(),
  };
}

export function frameBytes({ opcode, payload = '', final = true, masked = true, reserved = 0, claimedLength }: Frame): Buffer {
  const content = Buffer.from(payload);
  const length = claimedLength ?? BigInt(content.length);
  const first = (final ? 0x80 : 0) | (reserved << 4) | opcode;
  const maskBit = masked ? 0x80 : 0;
  const mask = masked ? randomBytes(4) : Buffer.alloc(0);
  const body = masked ? content.map((byte, index) => byte ^ (mask[index % 4] ?? 0)) : content;
  return Buffer.concat([Buffer.from([first]), lengthBytes(length, maskBit), mask, body]);
}

function lengthBytes(length: bigint, maskBit: number): Buffer {
  if (length < 126n) return Buffer.from([maskBit | Number(length)]);
  if (length < 65_536n) return Buffer.from([maskBit | 126, Number(length >> 8n), Number(length & 0xffn)]);
  const bytes = Buffer.alloc(9);
  bytes[0] = maskBit | 127;
  bytes.writeBigUInt64BE(length, 1);
  return bytes;
}

interface Taken {
  readonly opcode: number;
  readonly payload: Buffer<ArrayBuffer>;
  readonly rest: Buffer<ArrayBuffer>;
}

/** Of what a server sends: whole and not masked. `null`: not all of it is there yet. */
function takeFrame(bytes: Buffer<ArrayBuffer>): Taken | null {
  const [first = 0, second = 0] = bytes;
  const extra = second < 126 ? 0 : second === 126 ? 2 : 8;
  const start = 2 + extra;
  if (bytes.length < start) return null;
  const length = extra === 0 ? second : extra === 2 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2));
  if (bytes.length < start + length) return null;
  return { opcode: first & 0x0f, payload: bytes.subarray(start, start + length), rest: bytes.subarray(start + length) };
}
