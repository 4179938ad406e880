import { describe, expect, it } from 'vitest';
import { filesNotRun, isGood, type TestReport, tallyLine, tallyOf } from '../../scripts/test-report.ts';

describe('the tally of a test run', () => {
  const file = (name: string, status: string, ...statuses: readonly string[]): TestReport => ({
    testResults: [{ name, status, assertionResults: statuses.map((each) => ({ status: each })) }],
  });

  it('adds up what several reports say, skipped and to-do alike', () => {
    const tally = tallyOf([file('a', 'failed', 'passed', 'failed'), file('b', 'passed', 'passed', 'skipped', 'pending', 'todo')], 0);
    expect(tallyLine(tally)).toBe('2 passed, 1 failed, 3 skipped');
    expect(isGood(tally)).toBe(false);
  });

  it('counts a file that could not be loaded as one failure', () => {
    expect(tallyOf([file('a', 'failed')], 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it('counts what no test could report as failures', () => {
    expect(tallyOf([file('a', 'passed', 'passed')], 2)).toEqual({ passed: 1, failed: 2, skipped: 0 });
  });

  it('is not good when nothing was tried', () => {
    expect(isGood(tallyOf([], 0))).toBe(false);
    expect(isGood(tallyOf([file('a', 'passed', 'skipped')], 0))).toBe(false);
    expect(isGood(tallyOf([file('a', 'passed', 'passed', 'skipped')], 0))).toBe(true);
  });

  it('names the test files that no project has run', () => {
    expect(filesNotRun(['/t/a.test.ts', '/t/b.test.ts'], [file('/t/a.test.ts', 'passed', 'passed')])).toEqual(['/t/b.test.ts']);
  });
});
