/**
 * The baseline: plain `ws`, one prebuilt frame per update to every socket, nothing else. `naive`: `ws.send(string)` in a loop,
 * which is what one writes first. Each new socket gets one message, as large as Rostrum's snapshot where that is compared.
 */
import { WebSocketServer } from 'ws';
import { answerAsks } from './asks.ts';
import { paddedFrame } from './frame-sizes.ts';

export interface BareSettings {
  readonly naive: boolean;
  readonly updateBytes: number;
  readonly welcomeBytes: number;
}

const settings: BareSettings = JSON.parse(process.argv[2] ?? '{}');
const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });
const welcome = Buffer.from(paddedFrame({ k: 'live' }, settings.welcomeBytes));
let n = 0;

server.on('connection', (socket) => {
  socket.on('error', () => socket.terminate());
  socket.on('message', (commandId) => update(String(commandId)));
  socket.send(welcome, { binary: false });
});
server.on('listening', () => {
  const address = server.address();
  console.log(`Ready on ws://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : ''}`);
});
answerAsks({});

function update(commandId: string): void {
  n += 1;
  const text = paddedFrame({ k: 'event', n, event: { at: Date.now() }, commandId }, settings.updateBytes);
  if (settings.naive) {
    for (const socket of server.clients) socket.send(text);
  } else {
    const frame = Buffer.from(text);
    for (const socket of server.clients) socket.send(frame, { binary: false });
  }
}
