import type Handlebars from 'handlebars';
import { failure, success, type Diagnostic, type Outcome, type Place } from '../diagnostics/index.ts';
import type { DocumentModel } from '../model/document.ts';
import type { DocumentKind } from '../model/kinds.ts';
import type { SharedTexts, TemplateTexts } from '../model/template.ts';
import { languages, type Language } from '../model/text.ts';
import { makeHandlebars, TemplateFault } from './helpers.ts';
import type { Seal } from './seal.ts';
import { checkWhole, faultsOf, type CompiledText, type Texts } from './template-check.ts';
import type { BuiltPieces, BuiltTemplate } from './template-built.ts';
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
    /** Exactly this, with these parts and shared texts, was found sound by the build. */
    readonly built?: (() => BuiltTemplate) | undefined;
  }[];
  readonly partials: readonly { readonly name: string; readonly file: string; readonly text: string }[];
  readonly shared: {
    readonly file: string;
    readonly texts: SharedTexts;
    /** These, and the parts, were found sound by the build. */
    readonly built?: (() => BuiltPieces) | undefined;
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
  /** The path of every field that the template, its parts and its texts read. */
  readonly fields: readonly (readonly string[])[];
  /** How many of the texts it reaches are our own wording, unreviewed. */
  readonly ours: number;
  /** How many more, where the document is signed electronically. */
  readonly oursOfSignature: number;
  /** The markup of a document. Faults: `template-field-unknown`, `text-untranslated`. */
  fill(model: SealedModel, language: Language): Outcome<string>;
}

/** The sound templates by kind; one that the build found sound is made when it is first asked for. */
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

/** Checks all templates, but for those that the build found sound. What is broken is left out and reported; the others can be used. */
export function makeTemplates(files: TemplateFiles): { templates: Templates; findings: Diagnostic[] } {
  const findings: Diagnostic[] = [];
  const handlebars = makeHandlebars();
  const built = files.shared.built?.();
  const partials = new Map<string, ParsedTemplate>();
  for (const { name, file, text } of files.partials) {
    const parsed = parseTemplate(file, text, built);
    if (!parsed.ok) findings.push(...parsed.findings);
    else {
      if (!built) findings.push(...faultsOf({ source: parsed.value, at: { file }, wrap: 'blocks' }));
      partials.set(name, parsed.value);
      handlebars.registerPartial(name, compile(handlebars, parsed.value, { file }) as Handlebars.Template);
    }
  }
  const shared = parseTexts(handlebars, files.shared.file, files.shared.texts.texts, 'ours', built);
  findings.push(...shared.findings);
  const makers = new Map<DocumentKind, () => Template>();
  const make = (entry: TemplateFiles['templates'][number]): Outcome<Template> => {
    const { textsFile, texts } = entry;
    const built = entry.built?.();
    const own = parseTexts(handlebars, textsFile, texts.texts, texts.origin, built?.pieces);
    const all = new Map([...shared.texts, ...own.texts]);
    const made = makeTemplate(handlebars, entry, { built, texts: all, partials, emblem: files.emblem });
    return own.findings.length === 0 ? made : failure([...own.findings, ...made.findings]);
  };
  for (const entry of files.templates) {
    if (entry.built) {
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
  pieces?: BuiltPieces,
): { texts: Texts; findings: Diagnostic[] } {
  const findings: Diagnostic[] = [];
  const found = new Map<string, CompiledText>();
  for (const [name, wording] of Object.entries(texts)) {
    const byLanguage = new Map<Language, { source: ParsedTemplate; run: Run }>();
    for (const language of languages) {
      const words = wording[language];
      if (words === undefined) continue;
      const at: Place = { file, pointer: ['texts', name, language] };
      const parsed = parseTemplate(file, words, pieces);
      if (!parsed.ok) {
        findings.push(...parsed.findings.map((finding) => ({ ...finding, at })));
        continue;
      }
      if (!pieces) findings.push(...faultsOf({ source: parsed.value, at, wrap: 'line' }));
      byLanguage.set(language, { source: parsed.value, run: compile(handlebars, parsed.value, at) });
    }
    found.set(name, { ours: (wording.origin ?? origin) === 'ours', words: byLanguage });
  }
  return { texts: found, findings };
}

interface Surroundings extends Pick<TemplateFiles, 'emblem'> {
  readonly built: BuiltTemplate | undefined;
  readonly texts: Texts;
  readonly partials: ReadonlyMap<string, ParsedTemplate>;
}

function makeTemplate(
  handlebars: typeof Handlebars,
  entry: TemplateFiles['templates'][number],
  { built, texts, partials, emblem }: Surroundings,
): Outcome<Template> {
  const { file, text } = entry;
  const parsed = parseTemplate(file, text, built?.pieces);
  if (!parsed.ok) return parsed;
  const at = { file };
  const reached = built ? success(built) : checkWhole(parsed.value, entry.kind, texts, partials);
  if (!reached.ok) return reached;
  const { fields, ours, oursOfSignature } = reached.value;
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
