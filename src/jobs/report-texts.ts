import { success, type Outcome } from '../diagnostics/index.ts';
import { readModel } from '../model/read.ts';
import { vocabularySchema, type Vocabulary } from '../model/vocabulary.ts';
import { readTree } from '../source/index.ts';
import { packageRoot } from '../store/index.ts';
import type { ReportLanguage } from '../survey/report.ts';

/** The words of the report in its language: a root's own table goes before the package's. */
export function readTexts(language: ReportLanguage, root = packageRoot()): Outcome<ReadonlyMap<string, string>> {
  const table = new Map<string, string>();
  for (const folder of new Set([packageRoot(), root])) {
    const tree = readTree(`${folder}/templates/report/texts.yaml`);
    if (!tree.ok) {
      if (folder === packageRoot()) return tree;
      continue;
    }
    const data = tree.value.data;
    if (typeof data !== 'object' || data === null) continue;
    for (const [key, pair] of Object.entries(data)) {
      const text: unknown = Array.isArray(pair) ? pair[language === 'ru' ? 0 : 1] : undefined;
      if (typeof text === 'string' || typeof text === 'number') table.set(key, String(text));
      if (Array.isArray(pair))
        ['ru', 'kk'].forEach((name, index) => table.set(`both.${key}.${name}`, String(pair[index])));
    }
  }
  for (const name of ['ru', 'kk']) {
    for (const [code, key] of ['no', 'partly', 'yes'].entries())
      table.set(`both.option.${code + 1}.${name}`, table.get(`both.option.${key}.${name}`) ?? '');
  }
  return success(table);
}

export function readVocabulary(root = packageRoot()): Outcome<Vocabulary> {
  const own = readTree(`${root}/templates/report/vocabulary.yaml`);
  const tree = own.ok ? own : readTree(`${packageRoot()}/templates/report/vocabulary.yaml`);
  return tree.ok ? readModel(vocabularySchema, tree.value) : tree;
}
