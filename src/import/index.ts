import { diagnostic, failure, success, type Diagnostic, type Outcome } from '../diagnostics/index.ts';
import { Act, Regulation, resolveMark, type Language, type Mark } from '../model/index.ts';
import type { TextDocument } from '../source/plain.ts';
import { buildAct } from './build/act.ts';
import { newContext } from './build/context.ts';
import { buildRegulation, paragraphsOfPart } from './build/regulation.ts';
import { findingOfCount, findingsOfLeftovers, findingsOfMarks, type Made } from './findings.ts';
import { cleanLines } from './lines.ts';
import { serviceNames } from './names.ts';
import { outlineOf, type Outline, type Part } from './outline.ts';
import { paragraphsOf, type Paragraph } from './paragraphs.ts';
import { repairMarks } from './repairs.ts';
import { settle } from './settle.ts';

export { yamlOf } from './yaml.ts';
export type { Made } from './findings.ts';

export interface Imported {
  /** `act` first, then the regulations in the order of the text. */
  readonly files: readonly {
    readonly name: string;
    readonly data: Act | Regulation;
    readonly kind: 'act' | 'regulation';
  }[];
}

/** The language of the text: letters that Russian does not have. */
function languageOf(paragraphs: readonly Paragraph[]): Language {
  const text = paragraphs
    .slice(0, 400)
    .map((one) => one.text.slice(0, 400))
    .join(' ');
  return (text.match(/[әғқңөұүһі]/giu)?.length ?? 0) > text.length / 60 ? 'kk' : 'ru';
}

/** A part is a regulation if it says more than a heading: clauses with steps, units or the words of a service. */
const isRegulation = (part: Part): boolean =>
  part.heading !== undefined
    ? part.clauses.length + part.appendices.length > 0
    : part.clauses.some(({ paragraph }) => /услуг|қызмет/iu.test(paragraph.text));

const hasAct = (outline: Outline): boolean =>
  outline.actHeads.length > 0 ||
  outline.front.some(
    ({ text }) =>
      /^(?:приказываю|постановляет|бұйырамын|қаулы\s+етеді)/iu.test(text) ||
      (/(?:приказ|постановлени|бұйры|қаулы)/iu.test(text) && /№\s?\d/u.test(text)),
  );

/** Marks that name nothing any more (a later stage left their entry out) are dropped, double ones too. */
function settled<T extends { marks?: Mark[] | undefined }>(data: T, more: readonly Mark[]): T {
  const seen = new Set<string>();
  const marks = [...(data.marks ?? []), ...more].filter((mark) => {
    const key = JSON.stringify(mark);
    if (seen.has(key) || resolveMark(mark.at, data) === undefined) return false;
    seen.add(key);
    return true;
  });
  return { ...data, marks };
}

/** Ties the act's list of services to the files: by number, by title, else in the order of the text. */
function tie(act: Act, regulations: readonly { readonly name: string; readonly data: Regulation }[]): void {
  const titleOf = (title: unknown): string =>
    typeof title === 'string' ? title.toLowerCase().replace(/[^\p{L}\d]/gu, '') : '';
  const taken = new Set<string>();
  const give = (service: Act['services'][number], found: { readonly name: string } | undefined): void => {
    if (!found || taken.has(found.name)) return;
    taken.add(found.name);
    service.service = found.name;
  };
  for (const service of act.services)
    give(
      service,
      regulations.find(({ data, name }) => !taken.has(name) && titleOf(data.title) === titleOf(service.title)),
    );
  for (const service of act.services.filter((one) => one.service === null))
    give(
      service,
      regulations.find(({ data, name }) => !taken.has(name) && data.number === service.n),
    );
  for (const { name, data } of regulations) {
    if (taken.has(name)) continue;
    const { number, title, src } = data;
    const own: Regulation['src'] = src && data.heading !== undefined ? [src[0], src[0]] : src;
    act.services.push({ n: number, service: name, title, ...(own ? { src: own } : {}) });
  }
  for (const service of act.services)
    if (service.service === null)
      act.marks?.push({
        at: `/services/${service.n}`,
        kind: 'lost',
        why: act.lang === 'kk' ? 'регламенттің мәтіні жоқ' : 'текста регламента здесь нет',
      });
}

/**
 * bytes -> text -> lines -> repaired lines -> paragraphs -> outline -> act and regulations -> checked against the schema.
 * Never throws for any text; what was inferred, lost, repaired is marked, what found no place is listed at the end.
 * Errors: `import-nothing` where neither an act nor a regulation is recognised.
 */
export function importAct(document: TextDocument, file: string): Outcome<Imported> {
  const { lines, dictionary } = cleanLines(document.lines);
  const paragraphs = paragraphsOf(lines, dictionary);
  const outline = outlineOf(paragraphs);
  const lang = languageOf(paragraphs);
  const parts = outline.parts.filter(isRegulation);
  if (parts.length === 0 && !hasAct(outline)) return failure([diagnostic('import-nothing', { file }, { file })]);
  const placed = new Set<Paragraph>();
  const built = parts.map((part, index) =>
    buildRegulation({ part, lang, dictionary, placed, index: index + 1, isOnly: parts.length === 1 }),
  );
  const names = serviceNames(built.map(({ title }) => (typeof title === 'string' ? title : '')));
  const regulations = built.map((data, index) => ({
    name: names[index] ?? `service-${index + 1}`,
    data: settled(data, repairMarks(data, paragraphsOfPart(parts[index] ?? emptyPart), lang)),
  }));
  const act = buildAct(outline, newContext(lang, dictionary, placed), lang);
  tie(act, regulations);
  const whole = settled(act, repairMarks(act, [...outline.front, ...outline.actHeads], lang));
  return finish({ file, document, lines: lines.length, paragraphs, placed, act: whole, regulations });
}

const emptyPart: Part = { number: null, heading: undefined, chapters: [], clauses: [], appendices: [] };

interface Result {
  readonly file: string;
  readonly document: TextDocument;
  readonly lines: number;
  readonly paragraphs: readonly Paragraph[];
  readonly placed: ReadonlySet<Paragraph>;
  readonly act: Act;
  readonly regulations: readonly { readonly name: string; readonly data: Regulation }[];
}

function finish({ file, document, paragraphs, placed, act, regulations }: Result): Outcome<Imported> {
  const made: Made[] = [{ name: 'act', data: act }, ...regulations];
  const settlings = made.map(({ name, data }) => settle(name === 'act' ? Act : Regulation, name, data));
  const faults = settlings.flatMap((one) => one.faults);
  if (faults.length > 0) return failure(faults);
  const left = paragraphs.filter((one) => !placed.has(one));
  const findings: Diagnostic[] = [
    ...(document.foreign > 0 ? [diagnostic('import-encodings', { lines: document.foreign }, { file })] : []),
    ...(regulations.length === 0 ? [diagnostic('import-no-regulation', {}, { file })] : []),
    ...regulations.map(({ name, data }) => findingOfCount(name, data, file)),
    ...made.flatMap((one) => findingsOfMarks(one, file)),
    ...settlings.flatMap((one) => one.findings),
    ...findingsOfLeftovers(
      left,
      paragraphs.reduce((sum, one) => sum + one.text.length, 0),
      file,
    ),
  ];
  return success(
    {
      files: made.map(({ name, data }) => ({
        name,
        data,
        kind: name === 'act' ? ('act' as const) : ('regulation' as const),
      })),
    },
    findings,
  );
}
