/** HTTP byte by byte, as no client library would send it. */
import { connect } from 'node:net';

export interface RawAnswer {
  /** `null`: the connection was closed, or the deadline came, without an answer. */
  readonly status: number | null;
  readonly text: string;
  /** By the server, before the deadline. */
  readonly closed: boolean;
}

export interface RawRequest {
  readonly bytes: string | Uint8Array;
  /** Source address; on Linux any of 127.0.0.0/8 is this machine's. */
  readonly from?: string;
  readonly deadlineMs?: number;
}

/** Resolves when the server has closed the connection, or at the deadline. Strings are sent as Latin-1, a byte per character. */
export function sendRaw(origin: string, { bytes, from, deadlineMs = 2_000 }: RawRequest): Promise<RawAnswer> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const socket = connect({ host: hostname, port: Number(port), ...(from === undefined ? {} : { localAddress: from }) });
    let text = '';
    const settle = (closed: boolean) => {
      clearTimeout(timer);
      socket.destroy();
      const status = /^HTTP\/1\.1 (\d{3}) /.exec(text)?.[1];
      resolve({ status: status === undefined ? null : Number(status), text, closed });
    };
    const timer = setTimeout(() => settle(false), deadlineMs);
    socket.setEncoding('latin1').on('data', (data: string) => (text += data));
    socket.on('close', () => settle(true));
    // A reset is how a server may end what it does not want to hear.
    socket.on('error', (fault: NodeJS.ErrnoException) => (fault.code === 'ECONNREFUSED' ? reject(fault) : settle(true)));
    socket.write(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes);
  });
}

/** A request that ends its connection. */
export function getRequest(origin: string, target: string, headers: readonly string[] = []): string {
  return `GET ${target} HTTP/1.1\r\n${[`Host: ${new URL(origin).host}`, 'Connection: close', ...headers].join('\r\n')}\r\n\r\n`;
}
