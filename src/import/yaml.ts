import { Document, isCollection, isMap, isPair, isScalar, visit } from 'yaml';
import type { Act, Mark, Regulation } from '../model/index.ts';

const WIDTH = 160;
/** A short entry stands on one line. */
const SHORT = 150;

const lengthOf = (node: unknown): number => {
  if (isScalar(node)) return String(node.value).length + 3;
  if (isPair(node)) return lengthOf(node.key) + lengthOf(node.value) + 2;
  if (isCollection(node)) return node.items.reduce<number>((sum, item) => sum + lengthOf(item), 4);
  return 4;
};

const said = {
  ru: (marks: readonly Mark[]) =>
    ` Прочитано из source.txt командой reglament import. Сверьте с текстом: выведено ${of(marks, 'inferred')}, утрачено ${of(marks, 'lost') + of(marks, 'unreadable')}, исправлено ${of(marks, 'repaired')} (marks).`,
  kk: (marks: readonly Mark[]) =>
    ` source.txt мәтінінен reglament import командасымен оқылды. Мәтінмен салыстырыңыз: шығарылған ${of(marks, 'inferred')}, жоғалған ${of(marks, 'lost') + of(marks, 'unreadable')}, түзетілген ${of(marks, 'repaired')} (marks).`,
};
const of = (marks: readonly Mark[], kind: Mark['kind']): number => marks.filter((mark) => mark.kind === kind).length;

/** The data of an act or a regulation as a file for people: the schema for the editor, what to check, short entries on one line. */
export function yamlOf(data: Act | Regulation, kind: 'act' | 'regulation'): string {
  const document = new Document(data, { aliasDuplicateObjects: false });
  document.commentBefore = ` yaml-language-server: $schema=../../docs/schema/${kind}.json\n${said[data.lang](data.marks ?? [])}`;
  visit(document, {
    Collection: (key, node, path) => {
      if (path.length < 2 || (isMap(node) && node.items.length > 7)) return undefined;
      if (lengthOf(node) < SHORT && !(Array.isArray(key) && key.length === 0)) node.flow = true;
      return undefined;
    },
  });
  return document.toString({ lineWidth: WIDTH, flowCollectionPadding: true });
}
