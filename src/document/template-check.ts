import {
  diagnostic,
  failure,
  nearest,
  success,
  type Diagnostic,
  type Outcome,
  type Place,
} from '../diagnostics/index.ts';
import { documentModels } from '../model/document.ts';
import type { DocumentKind } from '../model/kinds.ts';
import type { Language } from '../model/text.ts';
import { missingIn, referencesOf, type Field } from './fields.ts';
import { parseMarkup } from './markup.ts';
import { sealSchema } from './seal.ts';
import type { BuiltTemplate } from './template-built.ts';
import type { Run } from './template-run.ts';
import { markupOf, type ParsedTemplate } from './template-source.ts';

interface Piece {
  readonly source: ParsedTemplate;
  readonly at: Place;
  /** A text stands inside a paragraph, a part where blocks stand. */
  readonly wrap: 'document' | 'blocks' | 'line';
}

/** The static faults of one piece: braces, elements, attributes. */
export function faultsOf(piece: Piece): Diagnostic[] {
  const markup = markupOf(piece.source);
  const { file } = piece.source;
  if (piece.wrap === 'document') return [...parseMarkup(file, markup).findings];
  const [open, close] = piece.wrap === 'blocks' ? ['<group>', '</group>'] : ['<p>', '</p>'];
  const found = parseMarkup(file, `${open}${markup}${close}`, piece.wrap === 'blocks' ? 'group' : 'p').findings;
  return found.map((finding) => {
    const position = finding.at?.position;
    if (piece.at.pointer) return { ...finding, at: piece.at };
    const shifted = position?.line === 1 ? { line: 1, column: Math.max(1, position.column - open.length) } : position;
    return { ...finding, at: { file, ...(shifted ? { position: shifted } : {}) } };
  });
}

/** A text by language: who worded it, and what it says. */
export interface CompiledText {
  readonly ours: boolean;
  readonly words: ReadonlyMap<Language, { readonly source: ParsedTemplate; readonly run: Run }>;
}
export type Texts = ReadonlyMap<string, CompiledText>;

/** The part that stands in signed documents only. */
const signaturePart = 'electronic-signature';

/** Everything a template reaches: itself, the parts it calls in their contexts, the texts it names. */
function reach(
  source: ParsedTemplate,
  texts: Texts,
  partials: ReadonlyMap<string, ParsedTemplate>,
): { fields: Field[]; ours: number; oursOfSignature: number; findings: Diagnostic[] } {
  const fields: Field[] = [];
  const findings: Diagnostic[] = [];
  const seen = new Set<string>();
  const ours = new Set<string>();
  const oursOfSignature = new Set<string>();
  const visit = (template: ParsedTemplate, context: readonly string[], into = ours, at?: Place): void => {
    const key = `${template.file}\n${at ? JSON.stringify(at.pointer) : ''}\n${context.join('.')}`;
    if (seen.has(key)) return;
    seen.add(key);
    const references = referencesOf(template, context);
    fields.push(...references.fields.map((field) => (at ? { ...field, at } : field)));
    findings.push(...references.findings.map((finding) => (at ? { ...finding, at } : finding)));
    for (const { name, at: place } of references.texts) {
      const text = texts.get(name);
      if (!text)
        findings.push(
          diagnostic('template-text-unknown', { name, near: nearest(name, texts.keys()).join(', ') }, place),
        );
      if (text?.ours) into.add(name);
      for (const [language, { source: words }] of text?.words ?? [])
        visit(words, context, into, { file: words.file, pointer: ['texts', name, language] });
    }
    for (const { name, context: inner, at: place } of references.partials) {
      const partial = partials.get(name);
      if (!partial)
        findings.push(
          diagnostic('template-partial-unknown', { name, near: nearest(name, partials.keys()).join(', ') }, place),
        );
      else visit(partial, inner, name === signaturePart ? oursOfSignature : into);
    }
  };
  visit(source, []);
  return { fields, ours: ours.size, oursOfSignature: oursOfSignature.size, findings };
}

/** The fields that a document of the kind does not have. */
function unknownIn(fields: readonly Field[], kind: DocumentKind): Diagnostic[] {
  const schema = documentModels.get(kind)?.extend({ seal: sealSchema });
  return fields.flatMap(({ path, at }) => {
    const missing = missingIn(schema, path);
    if (!missing) return [];
    const { name, known } = missing;
    return [diagnostic('template-field-unknown', { name, near: nearest(name, known).join(', ') }, at)];
  });
}

/** What a template reaches, if nothing is wrong with it, nor with what it asks of its parts, its texts and the document. */
export function checkWhole(
  source: ParsedTemplate,
  kind: DocumentKind,
  texts: Texts,
  partials: ReadonlyMap<string, ParsedTemplate>,
): Outcome<Pick<BuiltTemplate, 'fields' | 'ours' | 'oursOfSignature'>> {
  const { fields, ours, oursOfSignature, findings } = reach(source, texts, partials);
  const faults = [
    ...faultsOf({ source, at: { file: source.file }, wrap: 'document' }),
    ...findings,
    ...unknownIn(fields, kind),
  ];
  if (faults.length > 0) return failure(faults);
  return success({ fields: fields.map(({ path }) => path), ours, oursOfSignature });
}
