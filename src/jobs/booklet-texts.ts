import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Outcome } from '../diagnostics/index.ts';
import {
  BookletTexts,
  anyWording,
  readModel,
  unfilledIn,
  type BookletWords,
  type LoadedRegulation,
} from '../model/index.ts';
import { readTree } from '../source/index.ts';
import { packageRoot } from '../store/index.ts';
import { fill, formatDate } from '../text/index.ts';

/** The words of booklets and clauses: those of the root, else the package's own. */
export function bookletTexts(root: string): Outcome<BookletTexts> {
  const own = join(root, 'templates', 'booklet', 'texts.yaml');
  const tree = readTree(existsSync(own) ? own : join(packageRoot(), 'templates', 'booklet', 'texts.yaml'));
  return tree.ok ? readModel(BookletTexts, tree.value) : tree;
}

/** What is said of a file made from a regulation: the act it belongs to, and its day; nothing of an act that is not filled in yet. */
export function metaOf(
  { regulation, act: { act, tree } }: LoadedRegulation,
  words: BookletWords,
): { date?: string; subject?: string; author?: string } {
  if (unfilledIn(tree).length > 0) return {};
  const author = anyWording(act.issuer, act.lang, act.lang);
  const date = formatDate(act.date, regulation.lang);
  return {
    date: `${act.date}T00:00:00+06:00`,
    subject: fill(words.subject, { kind: words.act[act.kind], number: act.number, date }),
    ...(author === undefined ? {} : { author }),
  };
}
