import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { diagnostic, failure, type Diagnostic, type Outcome } from '../diagnostics/index.ts';
import { makeTemplates, moduleOf, type BuiltTemplate, type TemplateFiles, type Templates } from '../document/index.ts';
import { documentKinds, languages } from '../model/index.ts';
import type { SharedTexts } from '../model/template.ts';
import { hasBuiltModule, loadBuiltModule, readBytes, readText, sha256 } from '../store/index.ts';
import { programVersion } from './basis.ts';
import { dataFromText, type Models } from './data-files.ts';

export interface LoadedTemplates {
  readonly templates: Templates;
  readonly findings: readonly Diagnostic[];
}

/** What the build keeps of what it found sound, under a hash of everything that this rests on. */
export interface Built {
  has(key: string): boolean;
  /** Of the parts it has the pieces alone. */
  load(key: string): BuiltTemplate;
}

export const nothingBuilt: Built = {
  has: () => false,
  load: (key) => {
    throw new Error(`nothing was built of ${key}`);
  },
};

// The modules are ours, made by scripts/build.mjs with `moduleOf`.
const ownBuilt: Built = { has: hasBuiltModule, load: (key) => loadBuiltModule(key) as BuiltTemplate };

const namesIn = (folder: string, ending: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith(ending))
        .sort()
        .map((name) => basename(name, ending))
    : [];

const keyOf = (...parts: readonly unknown[]): string => sha256(JSON.stringify(parts));

/** A value that is made when it is first asked for. */
function late<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

type WordsKind = 'shared-texts' | 'template-texts';

/** Words that the build found sound, read when they are first asked for. */
const known = <K extends WordsKind>(kind: K, file: string, text: string): (() => Models[K]) =>
  late(() => {
    const found = dataFromText(kind, file, text);
    if (found.ok) return found.value.value;
    throw new Error(`words that were sound are not: ${file}`);
  });

/** What all templates share. `common`: what the form of every document depends on. */
interface Parts extends Pick<TemplateFiles, 'partials' | 'shared' | 'emblem'> {
  readonly key: string;
  readonly common: () => string;
}

type Take = <T>(outcome: Outcome<T>) => T | undefined;

function readParts(root: string, built: Built, take: Take): Parts {
  const folder = join(root, 'templates', 'partials');
  const partials = namesIn(folder, '.hbs').flatMap((name) => {
    const file = join(folder, `${name}.hbs`);
    const text = take(readText(file));
    return text === undefined ? [] : [{ name, file, text }];
  });
  const file = join(folder, 'texts.yaml');
  const text = take(readText(file));
  const named = partials.map(({ name, text }) => [name, text]);
  const key = keyOf(named, text);
  const isSound = text !== undefined && built.has(key);
  const read = isSound || text === undefined ? undefined : take(dataFromText('shared-texts', file, text))?.value;
  const texts = isSound ? known('shared-texts', file, text) : () => read ?? { texts: {} };
  const emblemFile = join(root, 'templates', 'emblem.pdf');
  const emblem = existsSync(emblemFile) ? take(readBytes(emblemFile)) : undefined;
  return {
    partials,
    emblem,
    key,
    shared: {
      file,
      built: isSound ? () => built.load(key).pieces : undefined,
      get texts() {
        return texts();
      },
    },
    common: late(() => [emblem ? sha256(emblem) : '', ...partials.map(({ text }) => text), text ?? ''].join('\0')),
  };
}

type Entry = TemplateFiles['templates'][number];

/** A template with its words; undefined where one of them is broken, which is told. */
function readEntry(
  root: string,
  name: string,
  parts: Parts,
  built: Built,
  take: Take,
): { readonly key: string; readonly entry: Entry } | undefined {
  const stem = join(root, 'templates', 'documents', name);
  const [file, textsFile] = [`${stem}.hbs`, `${stem}.yaml`];
  const text = take(readText(file));
  const words = take(readText(textsFile));
  const key = keyOf(parts.key, name, text, words);
  const kind = documentKinds.find((one) => one === name);
  const isSound = kind !== undefined && parts.shared.built !== undefined && built.has(key);
  const read =
    isSound || words === undefined ? undefined : take(dataFromText('template-texts', textsFile, words))?.value;
  if (text === undefined || words === undefined || (!isSound && !read)) return undefined;
  if (read && read.kind !== name) {
    const found = { field: 'kind', found: `«${read.kind}»`, expected: name };
    take(failure([diagnostic('value-wrong', found, { file: textsFile, pointer: ['kind'] })]));
    return undefined;
  }
  const texts = read ? () => read : known('template-texts', textsFile, words);
  const form = late(() => sha256([programVersion(), parts.common(), text, words].join('\0')).slice(0, 16));
  const entry = {
    kind: kind ?? texts().kind,
    file,
    text,
    textsFile,
    built: isSound ? () => built.load(key) : undefined,
    get texts() {
      return texts();
    },
    get form() {
      return form();
    },
  };
  return { key, entry };
}

function readAll(root: string, built: Built) {
  const findings: Diagnostic[] = [];
  const take: Take = (outcome) => {
    findings.push(...outcome.findings);
    return outcome.ok ? outcome.value : undefined;
  };
  const parts = readParts(root, built, take);
  const names = namesIn(join(root, 'templates', 'documents'), '.hbs');
  const entries = names.flatMap((name) => readEntry(root, name, parts, built, take) ?? []);
  const made = makeTemplates({ ...parts, templates: entries.map(({ entry }) => entry) });
  return { parts, entries, templates: made.templates, findings: [...findings, ...made.findings] };
}

/**
 * Reads `templates/`: the markup of each kind with its words, the parts and the words that all share. What the build found
 * sound, and is letter by letter the same, is neither parsed nor checked anew, and comes compiled.
 */
export function loadTemplates(root: string, built: Built = ownBuilt): LoadedTemplates {
  const { templates, findings } = readAll(root, built);
  return { templates, findings };
}

/** What the build is to keep: modules by key, of the parts and of each template; none if anything is wrong with any. */
export function templateModules(root: string): ReadonlyMap<string, string> {
  const { parts, entries, templates, findings } = readAll(root, nothingBuilt);
  if (findings.length > 0) return new Map();
  const wordings = ({ texts }: SharedTexts): string[] =>
    Object.values(texts).flatMap((wording) => languages.flatMap((language) => wording[language] ?? []));
  const common = moduleOf([...parts.partials.map(({ text }) => text), ...wordings(parts.shared.texts)]);
  const own = entries.map(({ key, entry: { kind, text, texts } }) => {
    return [key, moduleOf([text, ...wordings(texts)], templates.get(kind))] as const;
  });
  return new Map([[parts.key, common], ...own]);
}
