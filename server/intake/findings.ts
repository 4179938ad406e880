/** What a person should look at in a file that was read. */
import type { IntakeFinding, IntakeFindingCode } from '../../shared/domain/intake.ts';
import { english } from '../../shared/i18n/en/catalogue.ts';
import { type Params, translate } from '../../shared/i18n/translate.ts';

/** A file of another kind has something wrong in each of its lines; more than a screenful helps nobody. Our choice. */
const mostFindings = 200;

export interface Findings {
  add(severity: IntakeFinding['severity'], code: IntakeFindingCode, at: number | null, params?: Params): void;
  /** Those of the whole file, then by line. */
  list(): readonly IntakeFinding[];
}

export function collectFindings(): Findings {
  const kept: IntakeFinding[] = [];
  let more = 0;
  return {
    add(severity, code, at, params = {}) {
      if (kept.length < mostFindings) kept.push(finding(severity, code, at, params));
      else more += 1;
    },
    list() {
      const all = more === 0 ? kept : [finding('warning', 'moreFindings', null, { count: more }), ...kept];
      return all.toSorted((a, b) => (a.at ?? 0) - (b.at ?? 0));
    },
  };
}

function finding(severity: IntakeFinding['severity'], code: IntakeFindingCode, at: number | null, params: Params): IntakeFinding {
  const sentence = translate(english, 'en', `intake.findings.${code}`, params);
  const message = at === null ? sentence : translate(english, 'en', 'intake.atLine', { line: at, finding: sentence });
  return { severity, code, message, params, at };
}
