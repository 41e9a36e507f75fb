import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { diagnostic, failure, type Diagnostic, type Outcome } from '../diagnostics/index.ts';
import { makeTemplates, type TemplateFiles, type Templates } from '../document/index.ts';
import { documentKinds } from '../model/index.ts';
import type { SharedTexts, TemplateTexts } from '../model/template.ts';
import { treeFromText } from '../source/index.ts';
import { readBytes, readSound, readText, sha256 } from '../store/index.ts';
import { programVersion } from './basis.ts';
import { modelOf } from './data-files.ts';

export interface LoadedTemplates {
  readonly templates: Templates;
  readonly findings: readonly Diagnostic[];
  /** A hash for the parts and shared texts, and one for each template with them: what the build keeps of what it found sound. */
  readonly keys: readonly string[];
}

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

const sharedIn = (file: string, text: string): Outcome<SharedTexts> => {
  const tree = treeFromText(file, text);
  return tree.ok ? modelOf('shared-texts', tree.value) : tree;
};

const textsIn = (file: string, text: string): Outcome<TemplateTexts> => {
  const tree = treeFromText(file, text);
  return tree.ok ? modelOf('template-texts', tree.value) : tree;
};

/** Words that were found sound before, read when they are first asked for. */
const known = <T>(read: (file: string, text: string) => Outcome<T>, file: string, text: string): (() => T) =>
  late(() => {
    const found = read(file, text);
    if (found.ok) return found.value;
    throw new Error(`words that were sound are not: ${file}`);
  });

/** What all templates share. `common`: what the form of every document depends on. */
interface Parts extends Pick<TemplateFiles, 'partials' | 'shared' | 'emblem'> {
  readonly key: string;
  readonly isKnown: boolean;
  readonly common: () => string;
}

type Take = <T>(outcome: Outcome<T>) => T | undefined;

function readParts(root: string, sound: ReadonlySet<string>, take: Take): Parts {
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
  const isKnown = text !== undefined && sound.has(key);
  const read = isKnown ? undefined : text !== undefined && take(sharedIn(file, text));
  const texts = isKnown ? known(sharedIn, file, text) : () => read || { texts: {} };
  const emblemFile = join(root, 'templates', 'emblem.pdf');
  const emblem = existsSync(emblemFile) ? take(readBytes(emblemFile)) : undefined;
  return {
    partials,
    emblem,
    key,
    isKnown,
    shared: {
      file,
      isKnown,
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
  sound: ReadonlySet<string>,
  take: Take,
): { readonly key: string; readonly entry: Entry } | undefined {
  const stem = join(root, 'templates', 'documents', name);
  const [file, textsFile] = [`${stem}.hbs`, `${stem}.yaml`];
  const text = take(readText(file));
  const words = take(readText(textsFile));
  const key = keyOf(parts.key, name, text, words);
  const kind = documentKinds.find((one) => one === name);
  const isKnown = kind !== undefined && parts.isKnown && sound.has(key);
  const read = isKnown || words === undefined ? undefined : take(textsIn(textsFile, words));
  if (text === undefined || words === undefined || (!isKnown && !read)) return undefined;
  if (read && read.kind !== name) {
    const found = { field: 'kind', found: `«${read.kind}»`, expected: name };
    take(failure([diagnostic('value-wrong', found, { file: textsFile, pointer: ['kind'] })]));
    return undefined;
  }
  const texts = read ? () => read : known(textsIn, textsFile, words);
  const form = late(() => sha256([programVersion(), parts.common(), text, words].join('\0')).slice(0, 16));
  const entry = {
    kind: kind ?? texts().kind,
    file,
    text,
    textsFile,
    isKnown,
    get texts() {
      return texts();
    },
    get form() {
      return form();
    },
  };
  return { key, entry };
}

/**
 * Reads `templates/`: the markup of each kind with its words, the parts and the words that all share. What the build found
 * `sound`, and is letter by letter the same, is neither parsed nor checked before a document of its kind is made.
 */
export function loadTemplates(root: string, sound: ReadonlySet<string> = readSound()): LoadedTemplates {
  const findings: Diagnostic[] = [];
  const take: Take = (outcome) => {
    findings.push(...outcome.findings);
    return outcome.ok ? outcome.value : undefined;
  };
  const parts = readParts(root, sound, take);
  const read = namesIn(join(root, 'templates', 'documents'), '.hbs').flatMap(
    (name) => readEntry(root, name, parts, sound, take) ?? [],
  );
  const made = makeTemplates({ ...parts, templates: read.map(({ entry }) => entry) });
  return {
    templates: made.templates,
    findings: [...findings, ...made.findings],
    keys: [parts.key, ...read.map(({ key }) => key)],
  };
}
