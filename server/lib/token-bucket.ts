/** Rate limits. Time is monotonic milliseconds. */
export interface Rate {
  readonly perSecond: number;
  readonly burst: number;
}

export interface TokenBucket {
  /** False when the quota is used up. */
  take(): boolean;
  /** Whether `take` would now say yes. */
  hasSome(): boolean;
}

export interface TokenBuckets {
  take(key: string): boolean;
  hasSome(key: string): boolean;
}

export function createTokenBucket(rate: Rate, now: () => number = () => performance.now()): TokenBucket {
  let tokens = rate.burst;
  let filledAt = now();

  function hasSome(): boolean {
    const time = now();
    tokens = Math.min(rate.burst, tokens + ((time - filledAt) / 1000) * rate.perSecond);
    filledAt = time;
    return tokens >= 1;
  }

  return {
    hasSome,
    take() {
      if (!hasSome()) return false;
      tokens -= 1;
      return true;
    },
  };
}

/** One bucket per key (an address, a session). The oldest keys are forgotten beyond `maxKeys`, so memory stays bounded. */
export function createTokenBuckets(rate: Rate, maxKeys: number, now?: () => number): TokenBuckets {
  const buckets = new Map<string, TokenBucket>();
  return {
    take(key) {
      const bucket = buckets.get(key) ?? createTokenBucket(rate, now);
      buckets.delete(key);
      buckets.set(key, bucket);
      const oldest = buckets.keys().next();
      if (buckets.size > maxKeys && !oldest.done) buckets.delete(oldest.value);
      return bucket.take();
    },
    hasSome: (key) => buckets.get(key)?.hasSome() ?? true,
  };
}
