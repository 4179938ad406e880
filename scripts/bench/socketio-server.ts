/** Socket.IO 4 in its quickest set-up: WebSocket only, no compression, the adapter in memory, which builds each frame once. */
import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { answerAsks } from './asks.ts';
import type { BareSettings } from './bare-server.ts';
import { padded } from './frame-sizes.ts';

const { updateBytes }: BareSettings = JSON.parse(process.argv[2] ?? '{}');
const http = createServer();
const io = new Server(http, { transports: ['websocket'], perMessageDeflate: false, serveClient: false });
let n = 0;

io.on('connection', (socket) => {
  socket.on('update', (commandId: string) => {
    n += 1;
    io.emit('event', padded({ k: 'event', n, event: { at: Date.now() }, commandId }, updateBytes));
  });
});
http.listen(0, '127.0.0.1', () => {
  const address = http.address();
  const port = typeof address === 'object' && address !== null ? address.port : '';
  console.log(`Ready on ws://127.0.0.1:${port}/socket.io/?EIO=4&transport=websocket`);
});
answerAsks({});
