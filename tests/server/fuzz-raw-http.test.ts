/** HTTP that is broken below what any client library can send. */
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getRequest, sendRaw } from '../kit/raw-http.ts';
import { type RunningTestServer, sample, startTestServer } from './running-server.ts';

let server: RunningTestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const host = 'Host: localhost\r\n';
const post = (lines: string, body = '') =>
  `POST ${sample}/commands HTTP/1.1\r\n${host}Content-Type: application/json\r\nAuthorization: Bearer ${server.adminToken}\r\n${lines}\r\n\r\n${body}`;
const upgrade = (target: string, lines = '') =>
  `GET ${target} HTTP/1.1\r\n${host}Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Protocol: rostrum.v2\r\n${lines}\r\n`;

const broken: readonly (readonly [what: string, request: () => string, status: number])[] = [
  ['a length that is no number', () => post('Content-Length: abc'), 400],
  ['a negative length', () => post('Content-Length: -5'), 400],
  ['two lengths', () => post('Content-Length: 2\r\nContent-Length: 3', '{} '), 400],
  ['a length and chunks at once, as in smuggling', () => post('Content-Length: 2\r\nTransfer-Encoding: chunked', '0\r\n\r\n'), 400],
  ['an encoding that is not one', () => post('Transfer-Encoding: chunked, identity', '0\r\n\r\n'), 400],
  ['a chunk without a size', () => post('Transfer-Encoding: chunked', 'zz\r\n'), 400],
  ['a compressed body that is none', () => post('Content-Encoding: gzip\r\nConnection: close\r\nContent-Length: 2', '{}'), 400],
  ['headers of 100 kB', () => getRequest(server.origin, '/', [`X-Long: ${'a'.repeat(100_000)}`]), 431],
  [
    'ten thousand headers',
    () =>
      getRequest(
        server.origin,
        '/',
        Array.from({ length: 10_000 }, (_, index) => `X-${index}: 1`),
      ),
    431,
  ],
  ['an address of 100 kB', () => getRequest(server.origin, `/${'a'.repeat(100_000)}`), 431],
  ['a zero byte in the address', () => getRequest(server.origin, '/a\0b'), 400],
  ['a zero byte in a header', () => getRequest(server.origin, '/', ['X-Odd: a\0b']), 400],
  ['bytes that are not UTF-8 in the address', () => getRequest(server.origin, '/\xff\xfe'), 400],
  ['a percent sign that begins nothing', () => getRequest(server.origin, '/join/%zz'), 404],
  ['percent signs that are not UTF-8', () => getRequest(server.origin, '/join/%ff%fe%00'), 404],
  ['an address out of the house', () => getRequest(server.origin, '/..%2f..%2f../etc/passwd'), 404],
  ['only slashes', () => getRequest(server.origin, '//'), 404],
  ['an address that is none', () => getRequest(server.origin, 'http://'), 400],
  ['a star', () => `OPTIONS * HTTP/1.1\r\n${host}Connection: close\r\n\r\n`, 400],
  ['a method nobody knows', () => `BREW / HTTP/1.1\r\n${host}\r\n`, 400],
  ['TRACE, which would tell cookies', () => `TRACE / HTTP/1.1\r\n${host}Connection: close\r\nCookie: a=b\r\n\r\n`, 404],
  ['no host', () => 'GET / HTTP/1.1\r\n\r\n', 400],
  ['a host that is none', () => 'GET / HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n', 400],
  ['TLS', () => '\x16\x03\x01\x02\0\x01\0\x01\xfc\x03\x03', 400],
  ['an upgrade of only slashes', () => upgrade('//'), 400],
  ['an upgrade of an address that is none', () => upgrade('http://['), 400],
  ['an upgrade of something else', () => upgrade('/'), 404],
  ['an upgrade without a key', () => upgrade(`${sample}/live`, `Authorization: Bearer ${server.adminToken}\r\n`), 400],
];

describe('a request that is broken', () => {
  it.each(broken)('[RT45] by %s is refused, and the connection closed', async (_what, request, status) => {
    const answer = await sendRaw(server.origin, { bytes: request(), deadlineMs: 3_000 });
    expect(answer.status).toBe(status);
    expect(answer.closed).toBe(true);
    expect(answer.text).not.toMatch(/node:|\.ts:|\/work\/|Error/);
  });

  it('[RT45] by its method alone, CONNECT, is cut off', async () => {
    const answer = await sendRaw(server.origin, { bytes: `CONNECT evil.example:443 HTTP/1.1\r\n${host}\r\n`, deadlineMs: 3_000 });
    expect(answer).toMatchObject({ status: null, closed: true });
  });

  it('[RT45] by hanging up in the middle is no fault of the server', async () => {
    for (const bytes of [post('Content-Length: 500', '{"half'), post('Transfer-Encoding: chunked', '4\r\n{"ha\r\n'), 'GET / HT']) {
      const socket = connect(Number(new URL(server.origin).port), '127.0.0.1', () => socket.write(bytes, () => socket.resetAndDestroy()));
      await new Promise((resolve) => socket.on('close', resolve));
    }
    expect((await server.get(null, '/healthz')).status).toBe(200);
  });

  it('[RT45] leaves the state as it was and the server in order', async () => {
    const { position } = (await (await server.get('chair', sample)).json()) as { position: { offset: number } };
    expect(position.offset).toBe(1);
    expect((await server.get(null, '/readyz')).status).toBe(200);
  });
});

describe('a client that takes its time', () => {
  const cases: readonly (readonly [what: string, first: string, drip: string])[] = [
    ['that says nothing', '', ''],
    ['that sends a header letter by letter', 'GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ', 'a'],
    ['that sends the first line letter by letter', 'GET /', 'a'],
  ];

  it.concurrent.each(cases)(
    '[RT46] %s is closed within ten seconds, while others are served',
    async (_what, first, drip) => {
      const socket = connect(Number(new URL(server.origin).port), '127.0.0.1');
      socket.on('error', () => undefined);
      socket.resume();
      socket.write(first);
      const started = performance.now();
      const closed = new Promise<number>((resolve) => socket.on('close', () => resolve(performance.now() - started)));
      const dripping = setInterval(() => socket.write(drip), 100);
      expect((await server.get(null, '/healthz')).status).toBe(200);
      try {
        expect(await closed).toBeLessThan(10_000);
      } finally {
        clearInterval(dripping);
        socket.destroy();
      }
    },
    15_000,
  );
});
