/** Numbers of a bench: quantiles, medians of runs, ratios. */

export type Figures = Readonly<Record<string, number>>;

/** How many deliveries took how long: `[tenths of a ms, count]`, so that reports of several processes can be added up. */
export type Histogram = readonly (readonly [tenths: number, count: number])[];

/** In ms; NaN when nothing was delivered. */
export function quantile(histogram: Histogram, share: number): number {
  const total = histogram.reduce((sum, [, count]) => sum + count, 0);
  let passed = 0;
  for (const [tenths, count] of histogram.toSorted(([a], [b]) => a - b)) {
    passed += count;
    if (passed > Math.min(total * share, total - 1)) return tenths / 10;
  }
  return Number.NaN;
}

export function merged(histograms: readonly Histogram[]): Histogram {
  const sums = new Map<number, number>();
  for (const [tenths, count] of histograms.flat()) sums.set(tenths, (sums.get(tenths) ?? 0) + count);
  return [...sums];
}

/** Figure by figure. */
export function median(runs: readonly Figures[]): Figures {
  return Object.fromEntries(
    Object.keys(runs[0] ?? {}).map((figure) => {
      const sorted = runs.map((run) => run[figure] ?? Number.NaN).toSorted((a, b) => a - b);
      return [figure, round(sorted[Math.floor(sorted.length / 2)] ?? Number.NaN)];
    }),
  );
}

/** `names`: from the name in the ratio to the figure. One that has no ratio, such as to zero kB, is left out. */
export function ratios(names: Readonly<Record<string, string>>, ours: Figures, theirs: Figures): Figures {
  return Object.fromEntries(
    Object.entries(names).flatMap(([name, figure]) => {
      const ratio = round((ours[figure] ?? Number.NaN) / (theirs[figure] ?? Number.NaN));
      return Number.isFinite(ratio) ? [[name, ratio]] : [];
    }),
  );
}

export function round(value: number): number {
  return Math.round(value * 100) / 100;
}
