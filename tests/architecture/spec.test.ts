import { describe, expect, it } from 'vitest';
import { readRepositoryFile, readSources } from './source-files.ts';
import { compareSpec } from './spec-rules.ts';

describe('SPEC.md and the tests', () => {
  // Not this file: its examples are no proofs.
  const tests = readSources(['tests'], /\.tsx?$/).filter(({ path }) => path !== 'tests/architecture/spec.test.ts');
  const findings = compareSpec(readRepositoryFile('SPEC.md') ?? '', tests);

  it('agree: each rule has a test and each id in a title is a rule', () => {
    expect(findings.complaints).toEqual([]);
  });

  it('hold enough rules to be worth comparing', () => {
    expect(findings.rules).toBeGreaterThanOrEqual(20);
  });
});

describe('the comparison of rules and titles', () => {
  const spec = '# Rules\n- **[LS1]** The list keeps its order.\n- **[LS2]** A speaker is called once.\ntext [LS9] in passing\n';
  const test = (text: string) => [{ path: 'tests/domain/list.test.ts', text }];

  it('is content when every rule is proven', () => {
    const text = "it('[LS1] The list keeps its order.', () => {});\n  it.each(cases)(\n    `[LS2] calls %s once`, () => {});";
    expect(compareSpec(spec, test(text))).toEqual({ rules: 2, proven: 2, complaints: [] });
  });

  it('accepts a title that proves two rules', () => {
    expect(compareSpec(spec, test("test('[LS1][LS2] both', () => {});")).complaints).toEqual([]);
  });

  it('names the rule that no test proves, and the id that is no rule', () => {
    const { complaints } = compareSpec(
      spec,
      test("it('[LS1] a', () => {});\nit('[XX7] b', () => {});\n// it('[LS2] c')\ndescribe('[LS2] d', f);"),
    );
    expect(complaints).toEqual([
      '[LS2] of SPEC.md is proven by no test',
      '[XX7] is not in SPEC.md but titles a test in tests/domain/list.test.ts',
    ]);
  });

  it('names the rule that stands there twice', () => {
    expect(compareSpec(`${spec}- **[LS1]** Again.\n`, test("it('[LS1][LS2] both', f);")).complaints).toEqual([
      '[LS1] stands in SPEC.md twice',
    ]);
  });
});
