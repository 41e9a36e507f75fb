import { diagnostic, type Diagnostic, type Severity } from '../diagnostics/index.ts';

/** So many findings of one code are kept to be printed; ten thousand equal warnings would hide the one error. */
const limits: Readonly<Record<Severity, number>> = { error: 100, warning: 10, info: 10 };

/** What is said of a template or of the law is said once a run, at the first case that showed it. */
const general: readonly string[] = [
  'template-practice',
  'template-earlier',
  'law-unverified',
  'calendar-unverified',
  'document-ours',
  'kind-disputed',
  'sign-no-place',
  'signer-differs',
];

/** The findings of a run over any number of cases, in their order, in bounded memory. */
export class FindingLog {
  private readonly kept: Diagnostic[] = [];
  private readonly counts = new Map<string, { severity: Severity; kept: number; more: number }>();
  private readonly seen = new Set<string>();

  /** `settle` is applied to what is kept: finding a position takes time. */
  add(findings: readonly Diagnostic[], settle: (finding: Diagnostic) => Diagnostic = (one) => one): void {
    for (const finding of findings) {
      const { code, severity, args, at } = finding;
      const key = JSON.stringify(general.includes(code) ? [code, args] : [code, args, at]);
      if (this.seen.has(key)) continue;
      const count = this.counts.get(`${code} ${severity}`) ?? { severity, kept: 0, more: 0 };
      this.counts.set(`${code} ${severity}`, count);
      if (count.kept >= limits[severity]) {
        count.more += 1;
        continue;
      }
      count.kept += 1;
      this.seen.add(key);
      this.kept.push(settle(finding));
    }
  }

  /** What was kept, and how many more there were of each code. */
  list(): Diagnostic[] {
    const more = [...this.counts].filter(([, { more: count }]) => count > 0);
    const summary = more.map(([key, { severity, more: count }]) =>
      diagnostic('findings-more', { count, code: key.split(' ')[0] ?? '' }, undefined, { severity }),
    );
    return [...this.kept, ...summary];
  }
}
