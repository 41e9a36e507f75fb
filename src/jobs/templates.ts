import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { diagnostic, type Diagnostic } from '../diagnostics/index.ts';
import { makeTemplates, type Template } from '../document/index.ts';
import { readModel, type DocumentKind } from '../model/index.ts';
import { SharedTexts, TemplateTexts } from '../model/template.ts';
import { readTree } from '../source/index.ts';
import { readBytes, readText, sha256 } from '../store/index.ts';
import { programVersion } from './basis.ts';

export interface LoadedTemplates {
  readonly templates: ReadonlyMap<DocumentKind, Template>;
  readonly findings: readonly Diagnostic[];
}

const namesIn = (folder: string, ending: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith(ending))
        .sort()
        .map((name) => basename(name, ending))
    : [];

/** Reads `templates/`: the markup of each kind with its words, the parts and the words that all share. */
export function loadTemplates(root: string): LoadedTemplates {
  const findings: Diagnostic[] = [];
  const version = programVersion();
  const documents = join(root, 'templates', 'documents');
  const parts = join(root, 'templates', 'partials');
  const partials = namesIn(parts, '.hbs').flatMap((name) => {
    const file = join(parts, `${name}.hbs`);
    const text = readText(file);
    findings.push(...text.findings);
    return text.ok ? [{ name, file, text: text.value }] : [];
  });
  const sharedFile = join(parts, 'texts.yaml');
  const sharedTree = readTree(sharedFile);
  const shared = sharedTree.ok ? readModel(SharedTexts, sharedTree.value) : sharedTree;
  findings.push(...shared.findings);
  const emblemFile = join(root, 'templates', 'emblem.pdf');
  const drawing = existsSync(emblemFile) ? readBytes(emblemFile) : undefined;
  findings.push(...(drawing?.findings ?? []));
  const emblem = drawing?.ok ? drawing.value : undefined;
  const common = [
    emblem ? sha256(emblem) : '',
    ...partials.map(({ text }) => text),
    sharedTree.ok ? sharedTree.value.text : '',
  ].join('\0');
  const templates = namesIn(documents, '.hbs').flatMap((name) => {
    const file = join(documents, `${name}.hbs`);
    const textsFile = join(documents, `${name}.yaml`);
    const text = readText(file);
    const tree = readTree(textsFile);
    const texts = tree.ok ? readModel(TemplateTexts, tree.value) : tree;
    findings.push(...text.findings, ...texts.findings);
    if (!text.ok || !texts.ok) return [];
    if (texts.value.kind !== name) {
      const found = { field: 'kind', found: `«${texts.value.kind}»`, expected: name };
      findings.push(diagnostic('value-wrong', found, { file: textsFile, pointer: ['kind'] }));
      return [];
    }
    const form = sha256([version, common, text.value, tree.ok ? tree.value.text : ''].join('\0')).slice(0, 16);
    return [{ kind: texts.value.kind, file, text: text.value, textsFile, texts: texts.value, form }];
  });
  const made = makeTemplates({
    templates,
    partials,
    emblem,
    shared: { file: sharedFile, texts: shared.ok ? shared.value : { texts: {} } },
  });
  return { templates: made.templates, findings: [...findings, ...made.findings] };
}
