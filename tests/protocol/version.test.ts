import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { fingerprint } from '../../shared/lib/fingerprint.ts';
import { commandSchemas } from '../../shared/protocol/messages/command.ts';
import { meetingPlanSchema } from '../../shared/protocol/messages/plan.ts';
import { upSchema } from '../../shared/protocol/up.ts';
import { protocolVersion, subprotocols } from '../../shared/protocol/version.ts';

/** What this version of the wire looks like. Change it only together with the version. */
const stored = { version: 3, up: 'e5824e415fa379e8', commands: 'cc28d2eb0d370a32', plan: '0bbbce7fab8f7d66' };

const advice =
  'The wire has changed. Raise protocolVersion in shared/protocol/version.ts, add a line to its history that says what changed, ' +
  'and store the new fingerprints in tests/protocol/version.test.ts.';

describe('the version of the protocol', () => {
  it('[PR6] The schemas of what comes in cannot change without a new version and a line in its history.', () => {
    const commands = Object.fromEntries(Object.entries(commandSchemas).map(([type, schema]) => [type, z.toJSONSchema(schema)]));
    const present = {
      version: protocolVersion,
      up: fingerprint(z.toJSONSchema(upSchema)),
      commands: fingerprint(commands),
      plan: fingerprint(z.toJSONSchema(meetingPlanSchema)),
    };
    expect(present, advice).toEqual(stored);
    expect(fingerprint(z.toJSONSchema(z.strictObject({ a: z.string().max(5) })))).not.toBe(
      fingerprint(z.toJSONSchema(z.strictObject({ a: z.string().max(6) }))),
    );
  });

  it('[PR7] The history has one line for each version up to the present one, which is also the name of the subprotocol.', () => {
    const lines = source('version.ts').match(/^ \* \d+: .+$/gm) ?? [];
    expect(lines.map((line) => Number.parseInt(line.slice(3), 10))).toEqual(
      Array.from({ length: protocolVersion }, (_, index) => index + 1),
    );
    expect(subprotocols[0]).toBe(`rostrum.v${protocolVersion}`);
  });
});

/** Types only, so the names are read from the source. `?` marks what may be absent. */
const downFrames: Readonly<Record<string, string>> = {
  Welcome: 'k station rights limits beaconMs time build',
  SnapshotFrame: 'k position n meeting',
  EventFrame: 'k position n event commandId?',
  LiveFrame: 'k position n',
  BeaconFrame: 'k position n time',
  OutcomeFrame: 'k commandId status code? params? current? position?',
  StaleFrame: 'k since why',
  StatusFrame: 'k committed unknown',
  PresenceFrame: 'k stations',
  ByeFrame: 'k code retryMs',
};

describe('what the server sends', () => {
  it('[PR8] The names of the fields of each frame cannot change without a new version.', () => {
    const found = Object.fromEntries(
      [...source('down.ts').matchAll(/^export interface (\w+) \{\n([\s\S]*?)\n\}$/gm)].map(([, name, body]) => [
        name,
        [...(body ?? '').matchAll(/^ {2}readonly (\w+\??):/gm)].map(([, field]) => field).join(' '),
      ]),
    );
    expect(found, advice).toEqual(downFrames);
    const union = source('down.ts')
      .match(/export type Down =([^;]+);/)?.[1]
      ?.match(/\w+/g);
    expect(union).toEqual([...Object.keys(downFrames), 'TimeAnswer']);
  });
});

function source(file: string): string {
  return readFileSync(new URL(`../../shared/protocol/${file}`, import.meta.url), 'utf8');
}
