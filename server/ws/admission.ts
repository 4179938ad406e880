/** How many sockets this process takes. Those who work come ahead of those who watch: the last places are kept for them. */
import { isLoopback } from '../lib/address.ts';

export interface Admission {
  /** A place, or why there is none. Call `release` once when the socket is gone. */
  enter(address: string, purpose: Purpose): { readonly release: () => void } | 'full' | 'tooManyFromThere';
}

/** Viewers and displays watch; everybody else works, output pages as well. */
export type Purpose = 'works' | 'watches';

export interface AdmissionLimits {
  readonly sockets: number;
  /** Of `sockets`, and beyond `perAddress`: a hall full of displays shares its address with the booths. */
  readonly keptForStations: number;
  readonly perAddress: number;
}

/**
 * Measured: 5,000 sockets take 47 MB and 70 ms per fan-out (`realtime.md` section 6). A whole conference centre may sit
 * behind one address; this machine itself (a proxy, a bench) is not counted. Our choice.
 */
export const usualAdmission: AdmissionLimits = { sockets: 10_000, keptForStations: 500, perAddress: 1_000 };

export function createAdmission({ sockets, keptForStations, perAddress }: AdmissionLimits): Admission {
  const countByAddress = new Map<string, number>();
  let total = 0;

  return {
    enter(address, purpose) {
      if (total >= (purpose === 'watches' ? sockets - keptForStations : sockets)) return 'full';
      const here = countByAddress.get(address) ?? 0;
      if (here >= (purpose === 'watches' ? perAddress : perAddress + keptForStations) && !isLoopback(address)) return 'tooManyFromThere';
      countByAddress.set(address, here + 1);
      total += 1;
      let released = false;
      return {
        release() {
          if (released) return;
          released = true;
          total -= 1;
          const left = (countByAddress.get(address) ?? 1) - 1;
          if (left === 0) countByAddress.delete(address);
          else countByAddress.set(address, left);
        },
      };
    },
  };
}
