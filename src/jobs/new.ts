import { existsSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { diagnostic, failure, success, type Diagnostic, type Outcome } from '../diagnostics/index.ts';
import { Act, Id, anyWording, readModel, type Language } from '../model/index.ts';
import { readTree } from '../source/index.ts';
import { packageRoot, readText, writeAtomic } from '../store/index.ts';
import { fill } from '../text/index.ts';

export interface NewOptions {
  readonly root: string;
  /** `<act>/<service>`. */
  readonly address: string;
  /** Of the act where it is there already. */
  readonly lang?: Language;
  readonly title?: string;
}

export interface NewReport {
  readonly written: readonly string[];
  readonly address: string;
}

/** A skeleton of the root, else of the package, with its values filled in and the schema for editors named above it. */
function skeleton(
  root: string,
  kind: 'act' | 'regulation',
  lang: Language,
  file: string,
  values: Readonly<Record<string, string>>,
): Outcome<string> {
  const name = join('templates', 'new', `${kind}.${lang}.yaml`);
  const text = readText(existsSync(join(root, name)) ? join(root, name) : join(packageRoot(), name));
  if (!text.ok) return text;
  const schema = relative(dirname(file), join(packageRoot(), 'docs', 'schema', `${kind}.json`));
  const head = `# yaml-language-server: $schema=${schema.split(sep).join('/')}\n`;
  return success(head + fill(text.value, values));
}

const titles = { ru: '‹название услуги›', kk: '‹қызметтің атауы›' } as const;

/** A title inside a scalar in single quotes. */
const quoted = (title: string): string => title.replace(/\s+/g, ' ').trim().replaceAll("'", "''");

/** What the act that is there already says of the service: its language, the number and title of the service if listed. */
interface Known {
  readonly lang: Language;
  readonly number: string;
  readonly title?: string;
  readonly listed: boolean;
}

function knownOf(file: string, service: string): Outcome<Known | undefined> {
  if (!existsSync(file)) return success(undefined);
  const tree = readTree(file);
  if (!tree.ok) return tree;
  const read = readModel(Act, tree.value);
  if (!read.ok) return read;
  const act = read.value;
  const entry = act.services.find((one) => one.service === service);
  const title = anyWording(entry?.title, act.lang, act.lang);
  const number = entry?.n ?? String(act.services.length + 1);
  return success({ lang: act.lang, number, listed: entry !== undefined, ...(title === undefined ? {} : { title }) });
}

/**
 * Writes the skeleton of a regulation, and of its act where that is new; what is there already is never touched. Faults:
 * `new-name-wrong`, `new-exists`, `file-unwritable`; note `new-unlisted` where the act that is there does not list the service.
 */
export function newRegulation({ root, address, lang: asked, title: given }: NewOptions): Outcome<NewReport> {
  const [act = '', service = '', ...rest] = address.split('/');
  if (rest.length > 0 || !Id.safeParse(act).success || !Id.safeParse(service).success || service === 'act')
    return failure([diagnostic('new-name-wrong', { name: address })]);
  const actFile = join(root, 'regulations', act, 'act.yaml');
  const file = join(root, 'regulations', act, `${service}.yaml`);
  if (existsSync(file)) return failure([diagnostic('new-exists', { file }, { file })]);
  const known = knownOf(actFile, service);
  if (!known.ok) return known;
  const lang = asked ?? known.value?.lang ?? 'ru';
  const title = quoted(given ?? known.value?.title ?? titles[lang]);
  const values = { act, service, address, title, number: known.value?.number ?? '1' };
  const findings: Diagnostic[] = [];
  if (known.value && !known.value.listed) {
    const line = `- { n: '${values.number}', service: '${service}', title: '${title}' }`;
    findings.push(diagnostic('new-unlisted', { line }, { file: actFile, pointer: ['services'] }));
  }
  const made: { path: string; text: string }[] = [];
  for (const [kind, path] of [
    ['act', actFile],
    ['regulation', file],
  ] as const) {
    if (kind === 'act' && known.value) continue;
    const text = skeleton(root, kind, lang, path, values);
    if (!text.ok) return text;
    made.push({ path, text: text.value });
  }
  for (const { path, text } of made) {
    const done = writeAtomic(path, text);
    if (!done.ok) return done;
  }
  return success({ written: made.map(({ path }) => path), address }, findings);
}
