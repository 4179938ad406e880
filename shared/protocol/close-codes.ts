/** WebSocket close codes: what happened, and what the client does next. 4000-4099: reconnect; 4100-4199: new session first; from 4200: final. */
export const closeCodes = {
  draining: { code: 4000, next: 'reconnect', meaning: 'the server is stopping; another or the next one takes over' },
  positionInsufficient: { code: 4001, next: 'reconnect', meaning: 'the position could not be resumed' },
  heartbeat: { code: 4002, next: 'reconnect', meaning: 'nothing was heard from the client for too long' },
  slow: { code: 4008, next: 'reconnect', meaning: 'the client did not read fast enough' },
  rate: { code: 4029, next: 'reconnect', meaning: 'the client sent more than its quota' },
  sessionEnded: { code: 4101, next: 'newSession', meaning: 'the station link was revoked or rotated' },
  takenOver: { code: 4102, next: 'newSession', meaning: 'the station was opened elsewhere' },
  version: { code: 4200, next: 'stop', meaning: 'the client speaks a version that this server does not' },
  denied: { code: 4201, next: 'stop', meaning: 'this station may not see the meeting' },
  meetingClosed: { code: 4202, next: 'stop', meaning: 'the meeting no longer exists' },
  badMessage: { code: 4203, next: 'stop', meaning: 'three messages could not be understood' },
} as const satisfies Record<string, { code: number; next: AfterClose; meaning: string }>;

export type AfterClose = 'reconnect' | 'newSession' | 'stop';

/** Ordinary codes of the network (1006 and the like) mean: reconnect. */
export function afterClose(code: number): AfterClose {
  if (code >= 4200 && code < 4300) return 'stop';
  if (code >= 4100 && code < 4200) return 'newSession';
  return 'reconnect';
}
