import type { Comparison } from './comparison.ts';
import { isRecord, spanOf, type Path, type Span } from './leaves.ts';
import { letters, words, type Run } from './ledger.ts';

/** A number that the data say is printed before an entry, with the word beside it. */
interface Head {
  readonly pointer: Path;
  readonly number: string;
  readonly word: string | undefined;
  readonly src: Span;
}

/** Every printed number: of clauses, chapters, list entries, steps, appendices; not the columns of tables. */
function* headsOf(value: unknown, pointer: Path = []): Generator<Head> {
  if (Array.isArray(value)) for (const [index, entry] of value.entries()) yield* headsOf(entry, [...pointer, index]);
  if (!isRecord(value) || value['kind'] === 'table') return;
  const src = spanOf(value);
  const word = typeof value['word'] === 'string' ? value['word'] : undefined;
  // The number of an act is printed inside its words (references.ts), not before them.
  const keys = 'date' in value ? [] : ['n', 'number', 'listed'];
  for (const key of keys) {
    const number = value[key];
    // A second step under one printed number («p3b») stands in a paragraph without it.
    const shared = key === 'number' && typeof value['id'] === 'string' && /\d[b-z]$/.test(value['id']);
    if (typeof number === 'string' && src && pointer.length > 0 && !shared)
      yield { pointer: [...pointer, key], number, word, src };
  }
  for (const [key, entry] of Object.entries(value)) yield* headsOf(entry, [...pointer, key]);
}

/** How a number may be printed, alone or after the number of a list: «1.», «Глава 1», «Приложение 1», «1-қосымша», «10) 3-процесс». */
function formsOf(number: string, word: string | undefined): RegExp[] {
  const figures = letters(number);
  const forms = word
    ? [letters(word) + figures, figures + letters(word)]
    : [figures, `глава${figures}`, `приложение${figures}`, `${figures}қосымша`];
  return forms.map((form) => new RegExp(`^\\d{0,2}${form}$`));
}

const first = ([from]: Span): Span => [from, from];

/** Labels and numbers that the data imply: of the cases of a telling, of lists without numbered steps, before abbreviations. */
function* impliedHeads({ regulation, tellings }: Comparison): Generator<{ src: Span; forms: RegExp[] }> {
  const { process = {}, abbreviations = [], glossary = [], appendices = [] } = regulation;
  const cases = new Map<string, number>();
  for (const { place, variant, src } of tellings) {
    const order = (cases.get(place) ?? 0) + 1;
    cases.set(place, order);
    if (variant !== undefined && src) yield { src: first(src), forms: [new RegExp(`^${order}$`)] };
  }
  for (const flow of Object.values(process)) {
    if (flow?.start?.src) yield { src: flow.start.src, forms: [/^(?:примечание|ескертпе)$/] };
    for (const { number, src } of flow?.steps ?? [])
      if (number === undefined && src) yield { src: first(src), forms: [/^\d{1,2}$/] };
  }
  for (const { src } of [...abbreviations, ...glossary]) if (src) yield { src, forms: [/^(?:далее|бұданәрі)$/] };
  for (const { number, src } of appendices)
    if (number === null && src) yield { src, forms: [/^(?:приложение|қосымша)$/] };
}

/** The numbers of the steps that a clause tells: its own or those of the process, with the word that is printed there. */
function* toldHeads(comparison: Comparison): Generator<Head & { readonly isSure: boolean }> {
  for (const [index, telling] of comparison.tellings.entries()) {
    if (telling.kind === 'table' || telling.kind === 'drawing') continue;
    for (const [place, { step: id, number, src }] of telling.items.entries()) {
      const step = comparison.stepOf(telling, id);
      const printed = number ?? step?.number;
      if (!src || !step || !printed) continue;
      const isSure = step.word !== undefined && telling.kind !== 'results';
      const word = isSure ? step.word : undefined;
      yield { pointer: ['tellings', index, 'items', place], number: printed, word, src: first(src), isSure };
    }
  }
}

/** Letters without the word at their end that a mark on their line names: «5) 3ТМДҚ» printed for «ЗТМДҚ» leaves 5. */
function withoutNamed({ marks }: Comparison, { line, text }: Run): string {
  const here = marks.filter(({ src }) => src && line >= src[0] && line <= src[1]);
  const named = here.flatMap(({ why }) => words(why)).find((word) => word.length > 2 && text.endsWith(word));
  return named === undefined ? text : text.slice(0, -named.length);
}

/** The numbers that the data give are printed before their entries, with the word that belongs to them; the runs of letters that print them. */
export function compareHeads(comparison: Comparison): ReadonlySet<Run> {
  const free = comparison.ledger.runs().map((run) => ({ run, bare: withoutNamed(comparison, run) }));
  const printed = new Set<Run>();
  const isPrinted = ([from, to]: Span, forms: readonly RegExp[]): boolean => {
    const found = free.flatMap(({ run, bare }) =>
      run.line >= from && run.line <= to && forms.some((form) => form.test(run.text) || form.test(bare)) ? [run] : [],
    );
    const run = found.find((one) => !printed.has(one)) ?? found[0];
    if (run) printed.add(run);
    return run !== undefined;
  };
  for (const { src, forms } of impliedHeads(comparison)) isPrinted(src, forms);
  const unsure = [...toldHeads(comparison)].filter(
    ({ src, number, word, isSure }) => !isPrinted(src, formsOf(number, word)) && isSure,
  );
  // The narrower the lines of an entry, the surer the place of its number.
  const own = [...headsOf(comparison.data)]
    .sort((a, b) => a.src[1] - a.src[0] - (b.src[1] - b.src[0]))
    .filter(({ src, number, word }) => !isPrinted(src, formsOf(number, word)));
  for (const { pointer, number, src } of [...own, ...unsure]) {
    // A mark over a whole list says nothing of the number of one entry.
    const marks = comparison.marksOver(pointer, ['inferred', 'lost', 'repaired', 'unreadable']);
    if (marks.some((mark) => mark.pointer.length >= pointer.length - 1)) continue;
    comparison.fault(pointer, `the number ${number} is not printed there`, src);
  }
  return printed;
}
