/** The baseline: plain `ws`, one prebuilt frame per update to every socket, nothing else. Ten updates a second of about 300 bytes. */
import { WebSocketServer } from 'ws';

const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });
let updating: NodeJS.Timeout | undefined;
let sent = 0;

server.on('listening', () => {
  const address = server.address();
  process.send?.({ ready: typeof address === 'object' && address !== null ? address.port : 0 });
});

process.on('message', (message: { readonly updates: number; readonly perSecond: number }) => {
  sent = 0;
  updating = setInterval(() => {
    const frame = Buffer.from(JSON.stringify({ k: 'event', event: { at: Date.now() }, n: sent, filler: 'x'.repeat(240) }));
    for (const socket of server.clients) socket.send(frame, { binary: false });
    sent += 1;
    if (sent < message.updates) return;
    clearInterval(updating);
    process.send?.({ updated: sent });
  }, 1000 / message.perSecond);
});
process.on('disconnect', () => process.exit(0));
