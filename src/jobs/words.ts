import { join } from 'node:path';
import { success, type Outcome } from '../diagnostics/index.ts';
import { documentKinds, readModel } from '../model/index.ts';
import { TemplateTexts } from '../model/template.ts';
import { Words, WordTable } from '../model/words.ts';
import { readTree } from '../source/index.ts';
import { packageRoot } from '../store/index.ts';

/** A file of the root's templates, or where it has none the package's own. */
function ownOrPackaged(root: string, ...path: string[]): Outcome<{ data: unknown; file: string }> {
  const own = readTree(join(root, ...path));
  const tree = own.ok ? own : readTree(join(packageRoot(), ...path));
  return tree.ok ? success({ data: tree.value.data, file: tree.value.file }) : tree;
}

/** The words of `templates/<folder>/texts.yaml`, and what each kind of document is called (`kind:licence`). */
export function loadWords(root: string, folder: 'table' | 'print' | 'register'): Outcome<Words> {
  const tree = ownOrPackaged(root, 'templates', folder, 'texts.yaml');
  const texts = tree.ok ? readModel(WordTable, tree.value) : tree;
  if (!texts.ok) return texts;
  const kinds = documentKinds.flatMap((kind): [string, string[]][] => {
    const template = ownOrPackaged(root, 'templates', 'documents', `${kind}.yaml`);
    const read = template.ok ? readModel(TemplateTexts, template.value) : template;
    if (!read.ok) return [];
    const { ru = kind, kk = kind } = read.value.name;
    return [[`kind:${kind}`, [ru, kk]]];
  });
  return success(new Words({ ...texts.value, ...Object.fromEntries(kinds) }));
}
