import { type SourceFile, withoutComments } from './source-files.ts';

/** Rules stand in SPEC.md as `- **[XX1]** sentence`. */
const rule = /^- \*\*\[([A-Z]{2,4}\d+)\]\*\* \S/gm;
/** A title that begins with one or more ids, right after the parenthesis that opens the test; in a table of cases, the second one. */
const title = /(?:\b(?:it|test)\b[^\n]*|\n\s*\]\))\(\s*['"`]((?:\[[A-Z]{2,4}\d+\][ ,]*)+)/g;

export interface SpecFindings {
  readonly rules: number;
  readonly proven: number;
  /** One sentence each. */
  readonly complaints: readonly string[];
}

export function compareSpec(spec: string, tests: readonly SourceFile[]): SpecFindings {
  const rules = [...spec.matchAll(rule)].map((match) => match[1] ?? '');
  const filesById = new Map<string, string[]>();
  for (const { path, text } of tests) {
    for (const match of withoutComments(text).matchAll(title)) {
      for (const [id] of (match[1] ?? '').matchAll(/[A-Z]{2,4}\d+/g)) filesById.set(id, [...(filesById.get(id) ?? []), path]);
    }
  }
  const complaints = [
    ...rules.filter((id, index) => rules.indexOf(id) !== index).map((id) => `[${id}] stands in SPEC.md twice`),
    ...rules.filter((id) => !filesById.has(id)).map((id) => `[${id}] of SPEC.md is proven by no test`),
    ...[...filesById]
      .filter(([id]) => !rules.includes(id))
      .map(([id, paths]) => `[${id}] is not in SPEC.md but titles a test in ${paths[0]}`),
  ];
  return { rules: rules.length, proven: rules.filter((id) => filesById.has(id)).length, complaints };
}
