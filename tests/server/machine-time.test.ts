import { describe, expect, it } from 'vitest';
import { createMachineTime } from '../../server/lib/machine-time.ts';

/** A machine whose clocks are moved by hand: `ms` pass, it sleeps, or somebody sets the clock. */
function machine() {
  const clocks = { wall: 1_700_000_000_000, steady: 5_000, sinceBoot: 90_000 };
  const told: number[] = [];
  const now = createMachineTime((ms) => told.push(ms), {
    wall: () => clocks.wall,
    steady: () => clocks.steady,
    sinceBoot: () => clocks.sinceBoot,
  });
  return {
    now,
    told,
    pass(ms: number) {
      clocks.wall += ms;
      clocks.steady += ms;
      clocks.sinceBoot += ms;
    },
    sleep(ms: number) {
      clocks.wall += ms;
      clocks.sinceBoot += ms;
    },
    set(ms: number) {
      clocks.wall += ms;
    },
  };
}

describe('the time of a machine, as the embedded store keeps it', () => {
  it('is the clock’s when the process starts, and goes on', () => {
    const { now, pass, told } = machine();
    expect(now()).toBe(1_700_000_000_000);
    pass(61_234);
    expect(now()).toBe(1_700_000_061_234);
    expect(told).toEqual([]);
  });

  it('[FT10] does not jump when the clock is set, either way, and says so each time', () => {
    const { now, pass, set, told } = machine();
    set(3_600_000);
    expect(now()).toBe(1_700_000_000_000);
    pass(1_000);
    expect(now()).toBe(1_700_000_001_000);
    set(-7_200_000);
    expect(now()).toBe(1_700_000_001_000);
    expect(told).toEqual([3_600_000, -7_200_000]);
  });

  it('[FT10] counts the time for which the machine slept, also when the clock is set during it', () => {
    const { now, sleep, set, told } = machine();
    sleep(60_000);
    expect(now()).toBe(1_700_000_060_000);
    expect(told).toEqual([]);
    sleep(60_000);
    set(-3_600_000);
    expect(now()).toBe(1_700_000_120_000);
    expect(told).toEqual([-3_600_000]);
  });
});
