/** A process full of real clients: `client/live` over `ws`. Told what to do by `crowd.ts`. */
import { randomBytes } from 'node:crypto';
import { WebSocket } from 'ws';
import { type LiveClient, makeLiveClient } from '../../../client/live/live-client.ts';
import { memoryStorage } from '../../../client/live/outbox.ts';
import type { SocketLike } from '../../../client/live/socket.ts';
import { sampleMeetingId } from '../../../server/sample/hrc37-panel.ts';
import { subprotocols } from '../../../shared/protocol/version.ts';
import { stateName } from '../../kit/state-name.ts';
import type { CrowdAnswer, CrowdOrder, CrowdReport, GroupOrder } from './crowd.ts';

interface Member {
  client: LiveClient | null;
  /** Epoch ms; `null` while it is not live. */
  liveSince: number | null;
  losses: number;
  liveFrames: number;
  readonly closeCodes: number[];
}

const groups = new Map<string, Member[]>();

process.on('message', (order: CrowdOrder) => {
  void carryOut(order).then((answer) => process.send?.({ id: order.id, ...answer } satisfies CrowdAnswer));
});
process.on('disconnect', () => process.exit(0));
setInterval(() => {
  for (const members of groups.values()) for (const { client } of members) client?.tick();
}, 1_000);

async function carryOut(order: CrowdOrder): Promise<Omit<CrowdAnswer, 'id'>> {
  if (order.do !== 'join') {
    const members = groups.get(order.group) ?? [];
    return order.do === 'report' ? { report: reportOf(members) } : { states: statesOf(members) };
  }
  const members: Member[] = [];
  groups.set(order.group, members);
  // A hundred at a time: how fast they come in the first time is not the subject.
  for (let joined = 0; joined < order.count; joined += 100) {
    await Promise.all(Array.from({ length: Math.min(100, order.count - joined) }, () => joinOne(order, members)));
  }
  return {};
}

function joinOne(order: GroupOrder, members: Member[]): Promise<void> {
  const member: Member = { client: null, liveSince: null, losses: 0, liveFrames: 0, closeCodes: [] };
  members.push(member);
  return new Promise((resolve) => {
    member.client = makeLiveClient({
      station: order.station,
      clientId: randomBytes(16).toString('hex'),
      view: 'crowd',
      ports: {
        open: () => openSocket(order, member),
        later(ms, run) {
          const timer = setTimeout(run, ms);
          return () => clearTimeout(timer);
        },
        random: Math.random,
        now: () => performance.now(),
        newId: () => randomBytes(16).toString('hex'),
        storage: memoryStorage(),
        whyRefused: async () => null,
      },
      onChange() {
        const isLive = member.client?.view().status === 'live';
        if (isLive === (member.liveSince !== null)) return;
        member.liveSince = isLive ? Date.now() : null;
        if (isLive) resolve();
        else member.losses += 1;
      },
    });
  });
}

function openSocket({ origin, token }: GroupOrder, member: Member): SocketLike {
  const url = `${origin.replace(/^http/, 'ws')}/api/meetings/${sampleMeetingId}/live`;
  const socket = new WebSocket(url, [...subprotocols], { perMessageDeflate: false, headers: { authorization: `Bearer ${token}` } });
  const like: SocketLike = {
    get protocol() {
      return socket.protocol;
    },
    onmessage: null,
    onclose: null,
    send: (text) => socket.send(text),
    close: (code) => socket.close(code),
  };
  socket.on('message', (data: Buffer) => {
    const text = data.toString();
    if (text.startsWith('{"k":"live"')) member.liveFrames += 1;
    like.onmessage?.({ data: text });
  });
  // A close follows every error, and is what is counted.
  socket.on('error', () => {});
  socket.on('close', (code) => {
    member.closeCodes.push(code);
    like.onclose?.({ code });
  });
  return like;
}

function reportOf(members: readonly Member[]): CrowdReport {
  return {
    liveSince: members.flatMap(({ liveSince }) => liveSince ?? []).toSorted((a, b) => a - b),
    losses: sum(members.map(({ losses }) => losses)),
    liveFrames: sum(members.map(({ liveFrames }) => liveFrames)),
    closeCodes: members.flatMap(({ closeCodes }) => closeCodes),
  };
}

function statesOf(members: readonly Member[]): readonly string[] {
  const pictures = members.flatMap(({ client, liveSince }) => (liveSince === null ? [] : (client?.view().meeting ?? [])));
  return [...new Set(pictures.map(stateName))];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
