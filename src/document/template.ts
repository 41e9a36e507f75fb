import type Handlebars from 'handlebars';
import { failure, success, type Diagnostic, type Outcome, type Place } from '../diagnostics/index.ts';
import type { DocumentModel } from '../model/document.ts';
import type { DocumentKind } from '../model/kinds.ts';
import type { SharedTexts, TemplateTexts } from '../model/template.ts';
import { languages, type Language } from '../model/text.ts';
import type { Field } from './fields.ts';
import { makeHandlebars, TemplateFault } from './helpers.ts';
import type { Seal } from './seal.ts';
import { faultsOf, reach, unknownIn, type CompiledText, type Texts } from './template-check.ts';
import { compile, findingOf, type Run } from './template-run.ts';
import { parseTemplate, type ParsedTemplate } from './template-source.ts';

/** What the disk holds of the templates; read by a job. */
export interface TemplateFiles {
  readonly templates: readonly {
    readonly kind: DocumentKind;
    readonly file: string;
    readonly text: string;
    readonly textsFile: string;
    readonly texts: TemplateTexts;
    readonly form: string;
    /** Exactly this, with these parts and shared texts, was found sound before: it is made when it is first used. */
    readonly isKnown?: boolean;
  }[];
  readonly partials: readonly { readonly name: string; readonly file: string; readonly text: string }[];
  readonly shared: {
    readonly file: string;
    readonly texts: SharedTexts;
    /** These, and the parts, were found sound before. */
    readonly isKnown?: boolean;
  };
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

/** The sound templates by kind; one that was known to be sound is made when it is first asked for. */
export class Templates {
  private readonly makers: ReadonlyMap<DocumentKind, () => Template>;
  private readonly made = new Map<DocumentKind, Template>();

  constructor(makers: ReadonlyMap<DocumentKind, () => Template>) {
    this.makers = makers;
  }

  get(kind: DocumentKind): Template | undefined {
    const template = this.made.get(kind) ?? this.makers.get(kind)?.();
    if (template) this.made.set(kind, template);
    return template;
  }

  /** Every one, in the order of the files. */
  all(): Template[] {
    return [...this.makers.keys()].flatMap((kind) => this.get(kind) ?? []);
  }
}

/** Checks all templates, but for what is known. What is broken is left out and reported; the others can be used. */
export function makeTemplates(files: TemplateFiles): { templates: Templates; findings: Diagnostic[] } {
  const findings: Diagnostic[] = [];
  const handlebars = makeHandlebars();
  const { isKnown = false } = files.shared;
  const partials = new Map<string, ParsedTemplate>();
  for (const { name, file, text } of files.partials) {
    const parsed = parseTemplate(file, text, isKnown);
    if (!parsed.ok) findings.push(...parsed.findings);
    else {
      if (!isKnown) findings.push(...faultsOf({ source: parsed.value, at: { file }, wrap: 'blocks' }));
      partials.set(name, parsed.value);
      handlebars.registerPartial(name, compile(handlebars, parsed.value, { file }) as Handlebars.Template);
    }
  }
  const shared = parseTexts(handlebars, files.shared.file, files.shared.texts.texts, 'ours', isKnown);
  findings.push(...shared.findings);
  const makers = new Map<DocumentKind, () => Template>();
  const make = (entry: TemplateFiles['templates'][number]): Outcome<Template> => {
    const { textsFile, texts, isKnown } = entry;
    const own = parseTexts(handlebars, textsFile, texts.texts, texts.origin, isKnown);
    const all = new Map([...shared.texts, ...own.texts]);
    const made = makeTemplate(handlebars, entry, all, partials, files.emblem);
    return own.findings.length === 0 ? made : failure([...own.findings, ...made.findings]);
  };
  for (const entry of files.templates) {
    if (entry.isKnown === true) {
      makers.set(entry.kind, () => soundOf(make(entry)));
      continue;
    }
    const made = make(entry);
    findings.push(...made.findings);
    if (made.ok) makers.set(entry.kind, () => made.value);
  }
  return { templates: new Templates(makers), findings };
}

function soundOf(made: Outcome<Template>): Template {
  if (made.ok) return made.value;
  throw new Error(`a template that was sound is not: ${made.findings.map(({ code }) => code).join(', ')}`);
}

function parseTexts(
  handlebars: typeof Handlebars,
  file: string,
  texts: TemplateTexts['texts'],
  origin: TemplateTexts['origin'],
  isKnown = false,
): { texts: Texts; findings: Diagnostic[] } {
  const findings: Diagnostic[] = [];
  const found = new Map<string, CompiledText>();
  for (const [name, wording] of Object.entries(texts)) {
    const byLanguage = new Map<Language, { source: ParsedTemplate; run: Run }>();
    for (const language of languages) {
      const words = wording[language];
      if (words === undefined) continue;
      const at: Place = { file, pointer: ['texts', name, language] };
      const parsed = parseTemplate(file, words, isKnown);
      if (!parsed.ok) {
        findings.push(...parsed.findings.map((finding) => ({ ...finding, at })));
        continue;
      }
      if (!isKnown) findings.push(...faultsOf({ source: parsed.value, at, wrap: 'line' }));
      byLanguage.set(language, { source: parsed.value, run: compile(handlebars, parsed.value, at) });
    }
    found.set(name, { ours: (wording.origin ?? origin) === 'ours', words: byLanguage });
  }
  return { texts: found, findings };
}

function makeTemplate(
  handlebars: typeof Handlebars,
  entry: TemplateFiles['templates'][number],
  texts: Texts,
  partials: ReadonlyMap<string, ParsedTemplate>,
  emblem: Uint8Array | undefined,
): Outcome<Template> {
  const { file, text, isKnown = false } = entry;
  const parsed = parseTemplate(file, text, isKnown);
  if (!parsed.ok) return parsed;
  const at = { file };
  const { fields, ours, oursOfSignature, findings } = reach(parsed.value, texts, partials);
  const faults = isKnown
    ? []
    : [...faultsOf({ source: parsed.value, at, wrap: 'document' }), ...findings, ...unknownIn(fields, entry.kind)];
  if (faults.length > 0) return failure(faults);
  const run = compile(handlebars, parsed.value, at);
  const lookup = (name: string, lang: Language, context: unknown, data: unknown): string => {
    const words = texts.get(name)?.words.get(lang);
    if (!words) throw new TemplateFault('text-untranslated', { words: name, lang });
    return words.run(context, { data });
  };
  return success({
    kind: entry.kind,
    file,
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
