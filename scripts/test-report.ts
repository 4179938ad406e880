/** What a test run came to. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** The members we read of the JSON that Vitest's reporter writes. */
export interface TestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

/**
 * @param trouble how many things went wrong that no test could report (a missing program under CI, a runner that crashed): each counts as one failure
 */
export function tallyOf(reports: readonly TestReport[], trouble: number): Tally {
  let [passed, failed, skipped] = [0, trouble, 0];
  for (const file of reports.flatMap((report) => report.testResults)) {
    const statuses = file.assertionResults.map((result) => result.status);
    const failedHere = statuses.filter((status) => status === 'failed').length;
    const passedHere = statuses.filter((status) => status === 'passed').length;
    passed += passedHere;
    skipped += statuses.length - passedHere - failedHere;
    // A file that could not be loaded fails without naming a test.
    failed += failedHere === 0 && file.status === 'failed' ? 1 : failedHere;
  }
  return { passed, failed, skipped };
}

export function tallyLine({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/** A run in which nothing was tried has not succeeded. */
export function isGood({ passed, failed }: Tally): boolean {
  return failed === 0 && passed > 0;
}

/** @param files paths on disk @returns those that no report knows: a test that no project includes would never run, and never fail */
export function filesNotRun(files: readonly string[], reports: readonly TestReport[]): readonly string[] {
  const run = new Set(reports.flatMap((report) => report.testResults.map((result) => result.name)));
  return files.filter((file) => !run.has(file));
}
