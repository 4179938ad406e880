/** The first frame of every socket. The same for a station but for the time, so most of it is written once. */
import { rightsOf } from '../../shared/domain/permissions.ts';
import type { Station } from '../../shared/domain/stations.ts';
import type { Welcome } from '../../shared/protocol/down.ts';
import { limits } from '../../shared/protocol/limits.ts';
import { textFrame } from '../lib/text-frame.ts';

/** `time`: the store's, ms. */
export type WelcomeFrame = (station: Station, time: number) => Buffer;

export function createWelcome(build: string): WelcomeFrame {
  const beginnings = new Map<Station, string>();

  function beginningFor(station: Station): string {
    const kind = station === 'display' ? 'display' : 'station';
    const welcome: Omit<Welcome, 'time'> = {
      k: 'welcome',
      station,
      rights: rightsOf(station),
      limits: {
        maxPayloadBytes: limits.maxPayloadBytes[kind],
        commandsPerSecond: limits.commandsPerSecond,
        commandBurst: limits.commandBurst,
      },
      beaconMs: limits.beaconMs[kind],
      build,
    };
    return JSON.stringify(welcome).slice(0, -1);
  }

  return (station, time) => {
    const beginning = beginnings.get(station) ?? beginningFor(station);
    beginnings.set(station, beginning);
    return textFrame(`${beginning},"time":${time}}`);
  };
}
