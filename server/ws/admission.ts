/** How many sockets this process takes. Stations come ahead of displays: the last places are kept for them. */
export interface Admission {
  /** A place, or why there is none. Call `release` once when the socket is gone. */
  enter(address: string, isDisplay: boolean): { readonly release: () => void } | 'full' | 'tooManyFromThere';
}

export interface AdmissionLimits {
  readonly sockets: number;
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
    enter(address, isDisplay) {
      if (total >= (isDisplay ? sockets - keptForStations : sockets)) return 'full';
      const here = countByAddress.get(address) ?? 0;
      if (here >= perAddress && !isLoopback(address)) return 'tooManyFromThere';
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

function isLoopback(address: string): boolean {
  return address === '::1' || address.startsWith('127.') || address.startsWith('::ffff:127.');
}
