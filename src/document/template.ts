import type Handlebars from 'handlebars';
import {
  diagnostic,
  failure,
  nearest,
  success,
  type Diagnostic,
  type Outcome,
  type Place,
} from '../diagnostics/index.ts';
import { documentModels, type DocumentModel } from '../model/document.ts';
import type { DocumentKind } from '../model/kinds.ts';
import type { SharedTexts, TemplateTexts } from '../model/template.ts';
import { languages, type Language } from '../model/text.ts';
import { sealSchema, type Seal } from './seal.ts';
import { missingIn, referencesOf, type Field } from './fields.ts';
import { knownHelpers, makeHandlebars, TemplateFault } from './helpers.ts';
import { parseMarkup } from './markup.ts';
import { faultPosition, markupOf, parseTemplate, positionOf, type ParsedTemplate } from './template-source.ts';

/** What the disk holds of the templates; read by a job. */
export interface TemplateFiles {
  readonly templates: readonly {
    readonly kind: DocumentKind;
    readonly file: string;
    readonly text: string;
    readonly textsFile: string;
    readonly texts: TemplateTexts;
    readonly form: string;
  }[];
  readonly partials: readonly { readonly name: string; readonly file: string; readonly text: string }[];
  readonly shared: { readonly file: string; readonly texts: SharedTexts };
  /** `templates/emblem.pdf`, if there is one. */
  readonly emblem?: Uint8Array | undefined;
}

/** A model with what proves it: its hash, and the text of the QR code that carries the hash. */
export type SealedModel = DocumentModel & { readonly seal: Seal };

/** A template that was found sound and can be filled. */
export interface Template {
  readonly kind: DocumentKind;
  readonly file: string;
  readonly textsFile: string;
  readonly texts: TemplateTexts;
  /** The hash of everything that its pages depend on besides the model. */
  readonly form: string;
  /** A PDF of one page that the element `emblem` shows. */
  readonly emblem?: Uint8Array | undefined;
  /** Every field the template, its parts and its texts read. */
  readonly fields: readonly Field[];
  /** How many of the texts it reaches are our own wording, unreviewed. */
  readonly ours: number;
  /** How many more, where the document is signed electronically. */
  readonly oursOfSignature: number;
  /** The markup of a document. Faults: `template-field-unknown`, `text-untranslated`. */
  fill(model: SealedModel, language: Language): Outcome<string>;
}

type Run = (context: unknown, options: Handlebars.RuntimeOptions) => string;

class LocatedFault extends Error {
  constructor(
    readonly fault: unknown,
    readonly at: Place,
  ) {
    super('a template stopped');
  }
}

const runtime = { allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false } as const;

function placeOf(fault: unknown, at: Place): Place {
  if (at.pointer) return at;
  const position = fault instanceof TemplateFault ? fault.loc && positionOf(fault.loc) : faultPosition(fault);
  return { ...at, ...(position ? { position } : {}) };
}

/** Compiles; a fault of the run is caught once, where it happened, and carries that place outwards. */
function compile(handlebars: typeof Handlebars, source: ParsedTemplate, at: Place): Run {
  const run = handlebars.compile(source.text, {
    strict: true,
    knownHelpers: { ...knownHelpers },
    knownHelpersOnly: true,
    preventIndent: true,
  });
  return (context, options) => {
    try {
      return run(context, { ...runtime, ...options });
    } catch (fault) {
      throw fault instanceof LocatedFault ? fault : new LocatedFault(fault, placeOf(fault, at));
    }
  };
}

function findingOf(error: unknown): Diagnostic {
  if (!(error instanceof LocatedFault)) throw error;
  const { fault, at } = error;
  if (fault instanceof TemplateFault) return diagnostic(fault.code, fault.args, at);
  const name = fault instanceof Error ? /^"(.+)" not defined/.exec(fault.message)?.[1] : undefined;
  if (name === undefined) throw fault;
  return diagnostic('template-field-unknown', { name, near: '' }, at);
}

interface Piece {
  readonly source: ParsedTemplate;
  readonly at: Place;
  /** A text stands inside a paragraph, a part where blocks stand. */
  readonly wrap: 'document' | 'blocks' | 'line';
}

/** The static faults of one piece: braces, elements, attributes. */
function faultsOf(piece: Piece): Diagnostic[] {
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

/** Checks and compiles all templates. What is broken is left out and reported; the others can be used. */
export function makeTemplates(files: TemplateFiles): {
  templates: ReadonlyMap<DocumentKind, Template>;
  findings: Diagnostic[];
} {
  const findings: Diagnostic[] = [];
  const handlebars = makeHandlebars();
  const partials = new Map<string, ParsedTemplate>();
  for (const { name, file, text } of files.partials) {
    const parsed = parseTemplate(file, text);
    if (!parsed.ok) findings.push(...parsed.findings);
    else {
      findings.push(...faultsOf({ source: parsed.value, at: { file }, wrap: 'blocks' }));
      partials.set(name, parsed.value);
      handlebars.registerPartial(name, compile(handlebars, parsed.value, { file }) as Handlebars.Template);
    }
  }
  const shared = parseTexts(handlebars, files.shared.file, files.shared.texts.texts, 'ours');
  findings.push(...shared.findings);
  const templates = new Map<DocumentKind, Template>();
  for (const entry of files.templates) {
    const own = parseTexts(handlebars, entry.textsFile, entry.texts.texts, entry.texts.origin);
    const texts = new Map([...shared.texts, ...own.texts]);
    const made = makeTemplate(handlebars, entry, texts, partials, files.emblem);
    findings.push(...own.findings, ...made.findings);
    if (made.ok && own.findings.length === 0) templates.set(entry.kind, made.value);
  }
  return { templates, findings };
}

interface CompiledText {
  readonly ours: boolean;
  readonly words: ReadonlyMap<Language, { readonly source: ParsedTemplate; readonly run: Run }>;
}
type Texts = ReadonlyMap<string, CompiledText>;

function parseTexts(
  handlebars: typeof Handlebars,
  file: string,
  texts: TemplateTexts['texts'],
  origin: TemplateTexts['origin'],
): { texts: Texts; findings: Diagnostic[] } {
  const findings: Diagnostic[] = [];
  const found = new Map<string, CompiledText>();
  for (const [name, wording] of Object.entries(texts)) {
    const byLanguage = new Map<Language, { source: ParsedTemplate; run: Run }>();
    for (const language of languages) {
      const words = wording[language];
      if (words === undefined) continue;
      const at: Place = { file, pointer: ['texts', name, language] };
      const parsed = parseTemplate(file, words);
      if (!parsed.ok) {
        findings.push(...parsed.findings.map((finding) => ({ ...finding, at })));
        continue;
      }
      findings.push(...faultsOf({ source: parsed.value, at, wrap: 'line' }));
      byLanguage.set(language, { source: parsed.value, run: compile(handlebars, parsed.value, at) });
    }
    found.set(name, { ours: (wording.origin ?? origin) === 'ours', words: byLanguage });
  }
  return { texts: found, findings };
}

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

function makeTemplate(
  handlebars: typeof Handlebars,
  entry: TemplateFiles['templates'][number],
  texts: Texts,
  partials: ReadonlyMap<string, ParsedTemplate>,
  emblem: Uint8Array | undefined,
): Outcome<Template> {
  const parsed = parseTemplate(entry.file, entry.text);
  if (!parsed.ok) return parsed;
  const at = { file: entry.file };
  const { fields, ours, oursOfSignature, findings } = reach(parsed.value, texts, partials);
  const schema = documentModels.get(entry.kind)?.extend({ seal: sealSchema });
  const unknown = fields.flatMap((field) => {
    const missing = missingIn(schema, field.path);
    return missing
      ? [
          diagnostic(
            'template-field-unknown',
            { name: missing.name, near: nearest(missing.name, missing.known).join(', ') },
            field.at,
          ),
        ]
      : [];
  });
  const faults = [...faultsOf({ source: parsed.value, at, wrap: 'document' }), ...findings, ...unknown];
  if (faults.length > 0) return failure(faults);
  const run = compile(handlebars, parsed.value, at);
  const lookup = (name: string, lang: Language, context: unknown, data: unknown): string => {
    const text = texts.get(name)?.words.get(lang);
    if (!text) throw new TemplateFault('text-untranslated', { words: name, lang });
    return text.run(context, { data });
  };
  return success({
    kind: entry.kind,
    file: entry.file,
    textsFile: entry.textsFile,
    texts: entry.texts,
    form: entry.form,
    emblem,
    fields,
    ours,
    oursOfSignature,
    fill(model, language) {
      try {
        return success(
          run({ ...model, signature: model.signature ?? null }, { data: { lang: language, texts: lookup } }),
        );
      } catch (error) {
        return failure([findingOf(error)]);
      }
    },
  });
}
