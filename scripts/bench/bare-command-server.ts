/** One of two processes of the bare command path: a script that appends to a stream and publishes, and a broadcast of what is heard. */
import { createClient } from 'redis';
import { WebSocketServer } from 'ws';
import { answerAsks } from './asks.ts';
import { paddedFrame } from './frame-sizes.ts';

const { redisUrl, updateBytes }: { readonly redisUrl: string; readonly updateBytes: number } = JSON.parse(process.argv[2] ?? '{}');
const appendAndPublish = `
redis.call('XADD', KEYS[1], '*', 'event', ARGV[1])
redis.call('PUBLISH', 'bare', ARGV[1])
return 'ok'`;

const commands = await createClient({ url: redisUrl, maintNotifications: 'disabled' }).connect();
const topics = await createClient({ url: redisUrl, maintNotifications: 'disabled' }).connect();
const sha = await commands.scriptLoad(appendAndPublish);
const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });
let n = 0;

await topics.subscribe('bare', (event) => {
  const frame = Buffer.from(event);
  for (const socket of server.clients) socket.send(frame, { binary: false });
});
server.on('connection', (socket) => {
  socket.on('message', (data) => {
    const commandId = String(data);
    n += 1;
    const event = paddedFrame({ k: 'event', n, event: { at: Date.now() }, commandId }, updateBytes);
    commands.evalSha(sha, { keys: ['bare:log'], arguments: [event] }).then(
      () => socket.send(JSON.stringify({ k: 'outcome', commandId, status: 'ok' })),
      (fault: unknown) => socket.send(JSON.stringify({ k: 'outcome', commandId, status: String(fault) })),
    );
  });
  socket.send('{"k":"live"}');
});
answerAsks({});
const address = server.address();
console.log(`Ready on ws://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : ''}`);
