import { once } from 'node:events';
import { createServer } from 'node:net';
import { must } from '../../shared/lib/assert.ts';

/** Free at this moment, and kept by nobody: for programs that must be told their port. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = must(server.address(), 'an address');
  server.close();
  await once(server, 'close');
  return typeof address === 'string' ? Number.NaN : address.port;
}
