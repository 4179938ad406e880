/** A station as a script sees it: commands and pictures over HTTP. */
import { randomUUID } from 'node:crypto';
import type { Command } from '../../shared/domain/commands.ts';
import type { Meeting } from '../../shared/domain/meeting.ts';

export interface HttpStation {
  /** Throws unless it was carried out. */
  give(command: Command): Promise<void>;
  /** Status of the answer, and its body. */
  tryGive(command: Command): Promise<{ readonly status: number; readonly body: Readonly<Record<string, unknown>> }>;
  meeting(): Promise<Meeting>;
}

export function httpStation(origin: string, meetingId: string, token: string): HttpStation {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  async function tryGive(command: Command): Promise<{ status: number; body: Record<string, unknown> }> {
    const response = await fetch(`${origin}/api/meetings/${meetingId}/commands`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ commandId: randomUUID(), ...command }),
    });
    const body: Record<string, unknown> = await response.json();
    return { status: response.status, body };
  }
  return {
    tryGive,
    async give(command) {
      const { status, body } = await tryGive(command);
      if (status !== 200) throw new Error(`${command.type} was answered ${status}: ${JSON.stringify(body)}`);
    },
    async meeting() {
      const response = await fetch(`${origin}/api/meetings/${meetingId}`, { headers });
      const { meeting }: { meeting: Meeting } = await response.json();
      return meeting;
    },
  };
}
