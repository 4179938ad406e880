import pino from 'pino';

/** What the server tells its operator. Never a token, a payload or the text of a statement: codes, ids and counts only. */
export interface Log {
  info(fields: LogFields, message: string): void;
  warn(fields: LogFields, message: string): void;
  error(fields: LogFields, message: string): void;
}

export type LogFields = Readonly<Record<string, unknown>>;

/** To stderr as JSON lines: stdout is for the station links, which people read. */
export function createLog(level: string): Log {
  return pino({ level, base: null }, pino.destination({ fd: 2, sync: true }));
}
