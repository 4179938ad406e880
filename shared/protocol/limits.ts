/** Numbers that both ends keep. Sources: `realtime.md` section 3 unless said otherwise. */
export const limits = {
  /** From the upgrade to `hello`. */
  helloWithinMs: 5_000,
  beaconMs: { station: 1_000, display: 5_000 },
  /** Silence of so many beacons means: not live. */
  beaconsUntilNotLive: 2.5,
  maxPayloadBytes: { station: 16 * 1024, display: 1024 },
  /** Token bucket per socket. */
  commandsPerSecond: 20,
  commandBurst: 40,
  protocolErrors: 3,
  /** Texts of statements travel by HTTP only. */
  maxBodyBytes: 1024 * 1024,
  bufferedBytes: { lagging: 64 * 1024, close: 1024 * 1024 },
  laggingMs: { station: 5_000, display: 20_000 },
  clockProbes: { atConnect: 6, everyMs: 20_000, kept: 16 },
  /** Default life of a command from the moment a person gave it. */
  expiresMs: { take: 5_000, draft: 60_000 },
  stationRecheckMs: 60_000,
} as const;
