import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { diagnostic, type Diagnostic } from '../diagnostics/index.ts';
import { clauseLines, linesAsDocument, linesAsText, reportLines, type ClauseLine } from '../document/index.ts';
import { anyWording, unfilledIn, type BookletTexts, type Language, type LoadedRegulation } from '../model/index.ts';
import { clauseDifferences, clausesOf, type ClauseMaking, type DerivedClause } from '../process/index.ts';
import { readText, writeAtomic } from '../store/index.ts';
import { bare } from '../text/index.ts';
import { bookletTexts, metaOf } from './booklet-texts.ts';
import { loadLibrary, selectAddresses } from './regulations.ts';

export const clauseFormats = ['txt', 'docx'] as const;
export type ClauseFormat = (typeof clauseFormats)[number];

export interface ClausesOptions {
  readonly root: string;
  readonly selectors: readonly string[];
  readonly out: string;
  readonly formats: readonly ClauseFormat[];
  /** The regulation's own language where absent. */
  readonly languages?: readonly Language[];
}

export interface ClausesReport {
  readonly findings: readonly Diagnostic[];
  readonly clauses: number;
  /** Things in which the act's own clauses are not what follows from the process. */
  readonly differences: number;
  readonly written: number;
  /** The text of the clauses, then of the reports, for whoever wants it at once. */
  readonly text: string;
}

/** Whether lines of the act's text name a term; undefined where the text is not beside the data. */
function sayingOf({ act }: LoadedRegulation): NonNullable<ClauseMaking['says']> {
  const file = join(dirname(act.tree.file), 'source.txt');
  const text = existsSync(file) ? readText(file) : undefined;
  const lines = text?.ok ? text.value.split('\n') : undefined;
  return ([from, to], term) => lines && bare(lines.slice(from - 1, to).join(' ')).includes(bare(term));
}

interface Product {
  readonly clauses: readonly DerivedClause[];
  readonly text: readonly ClauseLine[];
  readonly report?: readonly ClauseLine[];
  readonly differences: number;
}

function productOf(loaded: LoadedRegulation, lang: Language, texts: BookletTexts): Product {
  const { regulation } = loaded;
  const { clauses: words, lost } = texts[lang];
  const making: ClauseMaking = { regulation, lang, words: { ...words, lost }, says: sayingOf(loaded) };
  const clauses = clausesOf(making);
  const service = anyWording(regulation.title, lang, regulation.lang) ?? '';
  const text = clauseLines(clauses, service, words);
  if (lang !== regulation.lang) return { clauses, text, differences: 0 };
  const compared = clauses.map((clause) => ({
    clause,
    differences: clause.parts.map((part) => clauseDifferences(part, making)),
  }));
  const count = compared.flatMap(({ differences }) => differences).reduce((sum, list) => sum + (list?.length ?? 0), 0);
  return { clauses, text, report: reportLines(compared, service, words, lost), differences: count };
}

/** What a clause in the act's other language lacks; nothing is translated here. */
function gapFinding(product: Product, lang: Language, { tree }: LoadedRegulation): Diagnostic[] {
  const items = product.clauses.flatMap(({ parts }) => parts.flatMap((part) => part.items));
  const missing = items.filter(({ gap }) => gap).length;
  if (missing === 0) return [];
  const at = { file: tree.file, pointer: ['process'] };
  if (missing === items.length) return [diagnostic('clauses-language-missing', { lang }, at)];
  return [diagnostic('clauses-gaps', { lang, missing, steps: items.length }, at)];
}

async function write(
  lines: readonly ClauseLine[],
  base: string,
  lang: Language,
  loaded: LoadedRegulation,
  texts: BookletTexts,
  formats: readonly ClauseFormat[],
): Promise<Diagnostic[]> {
  const findings: Diagnostic[] = [];
  if (formats.includes('txt')) findings.push(...writeAtomic(`${base}.txt`, linesAsText(lines)).findings);
  if (formats.includes('docx')) {
    const { writeWord } = await import('../word/index.ts');
    const bytes = await writeWord(linesAsDocument(lines, lang), metaOf(loaded, texts[lang]), () => new Uint8Array());
    findings.push(...writeAtomic(`${base}.docx`, bytes).findings);
  }
  return findings;
}

/**
 * The clauses that tell the process of regulations, derived from it, to be pasted into the act; beside each, how the act's own
 * clauses differ. Faults: `clauses-language-missing`; warning `clauses-gaps`.
 */
export async function clauses(options: ClausesOptions): Promise<ClausesReport> {
  const { root, selectors, out, formats, languages } = options;
  const none = { clauses: 0, differences: 0, written: 0, text: '' };
  const chosen = selectAddresses(root, selectors);
  if (!chosen.ok) return { ...none, findings: chosen.findings };
  const texts = bookletTexts(root);
  if (!texts.ok) return { ...none, findings: texts.findings };
  const { library, findings } = loadLibrary(root, chosen.value);
  let [count, differences, written] = [0, 0, 0];
  const shown: string[] = [];
  for (const loaded of library.regulations) {
    const unfilled = unfilledIn(loaded.tree);
    findings.push(...unfilled);
    if (unfilled.length > 0) continue;
    for (const lang of languages ?? [loaded.regulation.lang]) {
      const product = productOf(loaded, lang, texts.value);
      const gaps = gapFinding(product, lang, loaded);
      findings.push(...gaps);
      if (gaps.some(({ severity }) => severity === 'error')) continue;
      count += product.clauses.length;
      differences += product.differences;
      const suffix = lang === loaded.regulation.lang ? '' : `.${lang}`;
      const files = [
        { lines: product.text, base: `${loaded.address}.clauses${suffix}` },
        ...(product.report ? [{ lines: product.report, base: `${loaded.address}.differences` }] : []),
      ];
      shown.push(...files.map(({ lines }) => linesAsText(lines)));
      if (out === '-') continue;
      for (const { lines, base } of files) {
        const faults = await write(lines, join(out, base), lang, loaded, texts.value, formats);
        findings.push(...faults);
        written += faults.length === 0 ? formats.length : 0;
      }
    }
  }
  return { findings, clauses: count, differences, written, text: shown.join('\n') };
}
