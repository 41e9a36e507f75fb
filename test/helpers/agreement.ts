import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as z from 'zod';
import { formatText } from '../../src/diagnostics/index.ts';
import { importAct, type Imported } from '../../src/import/index.ts';
import { Regulation, readModel, wording, type Telling, type Term } from '../../src/model/index.ts';
import { makeLocate, readTree } from '../../src/source/index.ts';
import { readDocument } from '../../src/source/plain.ts';

export const kinds = ['steps', 'conditions', 'units', 'terms', 'cells', 'glossary', 'questions', 'appendices'] as const;
export type Kind = (typeof kinds)[number];

/** What of the hand-made data the import found, gave otherwise, or did not give; what it gave too much counts as wrong. */
export interface Count {
  found: number;
  wrong: number;
  missed: number;
}
export type Agreement = Record<Kind, Count>;

export const emptyAgreement = (): Agreement => {
  const count = (): Count => ({ found: 0, wrong: 0, missed: 0 });
  return {
    steps: count(),
    conditions: count(),
    units: count(),
    terms: count(),
    cells: count(),
    glossary: count(),
    questions: count(),
    appendices: count(),
  };
};

export const shareOf = ({ found, wrong, missed }: Count): number =>
  found + wrong + missed === 0 ? 1 : found / (found + wrong + missed);

/** White space, hyphens, dashes, quotes, mark-up and case are set aside. */
const normalise = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\]\(https?:[^)]*\)/g, ']')
    .replace(/<\/?[a-z][^>]*>/gi, '')
    .replace(/[\s\u00a0\u00ad\u200b*#|\\_[\]()]/g, '')
    .replace(/[-‐‑–—―]/g, '')
    .replace(/["«»“”„'’]/g, '')
    .toLowerCase();

const grams = (text: string): Map<string, number> => {
  const counts = new Map<string, number>();
  for (let at = 0; at + 3 <= text.length; at += 1) {
    const gram = text.slice(at, at + 3);
    counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return counts;
};

/** How alike two wordings are, 0 to 1: the common threes of letters (Dice), spacing, quotes and case set aside. */
export function likeness(a: string, b: string): number {
  const [one, two] = [normalise(a).replace(/[.;:,]+$/, ''), normalise(b).replace(/[.;:,]+$/, '')];
  if (one === two) return 1;
  if (one.length < 3 || two.length < 3) return 0;
  const [left, right] = [grams(one), grams(two)];
  let common = 0;
  for (const [gram, count] of left) common += Math.min(count, right.get(gram) ?? 0);
  return (2 * common) / (one.length + two.length - 4);
}
const same = (a: string | null | undefined, b: string | null | undefined): boolean =>
  a === b || (typeof a === 'string' && typeof b === 'string' && likeness(a, b) >= 0.92);

type Lines = readonly [number, number];
const overlap = (a: Lines | undefined, b: Lines | undefined): boolean =>
  a !== undefined && b !== undefined && a[0] <= b[1] && b[0] <= a[1];

interface Told {
  readonly id: string;
  readonly flow: string;
  readonly word: string | undefined;
  readonly text: string;
  /** The sentences after the first, which stand as notes in one place and in the text in another. */
  readonly notes: string;
  readonly terms: readonly Term[];
  readonly src: Lines | undefined;
}

const plain = (regulation: Regulation, text: unknown): string =>
  (typeof text === 'string' || (typeof text === 'object' && text !== null)
    ? wording(text as Parameters<typeof wording>[0], regulation.lang, regulation.lang)
    : undefined) ?? '';

const notesOf = (regulation: Regulation, notes: readonly { text?: unknown }[] | undefined): string =>
  (notes ?? []).map((note) => plain(regulation, note.text)).join(' ');

/** The steps of a regulation as its clauses tell them. */
function toldSteps(regulation: Regulation): Told[] {
  const tellings = regulation.tellings.filter((one) => one.kind === 'clause');
  const told = tellings.flatMap((telling) =>
    telling.items.flatMap((item): Told[] => {
      const step = regulation.process[telling.flow]?.steps.find((one) => one.id === item.step);
      if (!step) return [];
      return [
        {
          id: step.id,
          flow: telling.flow,
          word: step.word,
          notes: notesOf(regulation, step.notes),
          text: plain(regulation, item.text ?? step.text),
          terms: step.terms ?? [],
          src: item.src ?? step.src,
        },
      ];
    }),
  );
  const known = new Set(told.map((one) => `${one.flow}.${one.id}`));
  const rest = Object.entries(regulation.process).flatMap(([flow, { steps }]) =>
    steps
      .filter((step) => step.src && !known.has(`${flow}.${step.id}`))
      .map((step) => ({
        id: step.id,
        flow,
        word: step.word,
        notes: notesOf(regulation, step.notes),
        text: plain(regulation, step.text),
        terms: step.terms ?? [],
        src: step.src,
      })),
  );
  return [...told, ...rest];
}

const isSameTerm = (a: Term, b: Term): boolean =>
  JSON.stringify([a.amount, a.unit, a.dayKind, a.bound]) === JSON.stringify([b.amount, b.unit, b.dayKind, b.bound]);

/** A step that the data themselves mark as inferred is the reader's, not the text's: it is not compared. */
const isReading = ({ marks }: Regulation, { flow, id, word }: Told): boolean =>
  word === undefined &&
  (marks?.some((mark) => mark.kind === 'inferred' && mark.at === `/process/${flow}/steps/${id}`) ?? false);

function compareSteps(hand: Regulation, made: Regulation, total: Agreement, misses: string[]): void {
  const own = toldSteps(made).filter((one) => !isReading(made, one));
  const used = new Set<Told>();
  for (const step of toldSteps(hand).filter((one) => !isReading(hand, one))) {
    const count = step.id.startsWith('c') ? total.conditions : total.steps;
    const near = own.filter((one) => one.flow === step.flow && overlap(one.src, step.src));
    const best = near.sort((a, b) => likeness(b.text, step.text) - likeness(a.text, step.text))[0];
    if (best) used.add(best);
    const wordings = best ? [best.text, `${best.text}. ${best.notes}`] : [];
    const isRight = best?.id[0] === step.id[0] && wordings.some((text) => same(text, step.text));
    if (isRight) count.found += 1;
    else if (best) count.wrong += 1;
    else count.missed += 1;
    if (!isRight)
      misses.push(
        `${step.flow}.${step.id} ${best ? `${best.id} «${best.text.slice(-70)}»` : '—'} / «${step.text.slice(-70)}»`,
      );
    compareTerms(step, best, total.terms, misses);
  }
  for (const extra of own) {
    if (used.has(extra)) continue;
    (extra.id.startsWith('c') ? total.conditions : total.steps).wrong += 1;
    misses.push(`surplus ${extra.flow}.${extra.id} «${extra.text.slice(0, 80)}»`);
  }
}

function compareTerms(step: Told, best: Told | undefined, count: Count, misses: string[]): void {
  const rest = [...(best?.terms ?? [])];
  for (const term of step.terms) {
    if (term.amount === null) continue;
    const at = rest.findIndex((one) => isSameTerm(one, term));
    if (at >= 0) {
      rest.splice(at, 1);
      count.found += 1;
      continue;
    }
    if (rest.length > 0) count.wrong += 1;
    else count.missed += 1;
    misses.push(`term ${step.flow}.${step.id} ${String(term.raw)} / ${rest.map((one) => one.raw).join(' | ')}`);
  }
}

const cellFields = ['actor', 'text', 'result', 'term', 'next'] as const;

function compareTables(hand: Regulation, made: Regulation, count: Count, misses: string[]): void {
  const tables = (one: Regulation): Telling[] => one.tellings.filter((telling) => telling.kind === 'table');
  for (const table of tables(hand)) {
    const own = tables(made).find((one) => one.flow === table.flow && (!one.src || overlap(one.src, table.src)));
    for (const item of table.items) {
      const number = item.number ?? item.step?.replace(/\D/g, '');
      const mine = own?.items.find((one) => one.number === number);
      for (const field of cellFields) {
        const [want, have] = [item[field], mine?.[field]];
        if (want === undefined || (want === null && typeof have !== 'string')) continue;
        const isRight = same(plain(hand, want), have === undefined ? undefined : plain(made, have)) && want !== null;
        if (isRight) count.found += 1;
        else if (typeof have === 'string') count.wrong += 1;
        else count.missed += 1;
        if (!isRight)
          misses.push(`cell ${table.flow}.${number ?? ''}.${field} «${plain(made, have)}» / «${plain(hand, want)}»`);
      }
    }
  }
}

function compareLists(hand: Regulation, made: Regulation, total: Agreement, misses: string[]): void {
  const rate = (count: Count, isRight: boolean, isThere: boolean, what: string): void => {
    if (isRight) count.found += 1;
    else if (isThere) count.wrong += 1;
    else count.missed += 1;
    if (!isRight) misses.push(what);
  };
  for (const unit of hand.participants.filter((one) => one.listed !== undefined)) {
    const own = made.participants.find((one) => one.listed === unit.listed);
    const isRight = own !== undefined && own.id === unit.id && same(plain(made, own.name), plain(hand, unit.name));
    rate(
      total.units,
      isRight,
      own !== undefined,
      `unit ${unit.id} ${own?.id ?? '—'} ${plain(made, own?.name)} / ${plain(hand, unit.name)}`,
    );
  }
  for (const entry of hand.glossary ?? []) {
    const own = made.glossary?.find((one) => one.n === entry.n);
    const isRight =
      own !== undefined &&
      same(plain(made, own.term), plain(hand, entry.term)) &&
      same(plain(made, own.definition), plain(hand, entry.definition));
    rate(
      total.glossary,
      isRight,
      own !== undefined,
      `glossary ${entry.n} ${plain(made, own?.term)} – …${plain(made, own?.definition).slice(-50)} / ${plain(hand, entry.term)} – …${plain(hand, entry.definition).slice(-50)}`,
    );
  }
  for (const question of hand.questionnaire?.questions ?? []) {
    const own = made.questionnaire?.questions.find((one) => one.n === question.n);
    rate(
      total.questions,
      own !== undefined && same(plain(made, own.text), plain(hand, question.text)),
      own !== undefined,
      `question ${question.n}`,
    );
    for (const option of question.options) {
      const mine = own?.options.find((one) => one.n === option.n);
      rate(
        total.questions,
        mine !== undefined && same(plain(made, mine.text), plain(hand, option.text)),
        mine !== undefined,
        `option ${question.n}.${option.n}`,
      );
    }
  }
  for (const appendix of hand.appendices) {
    const own = made.appendices.find((one) => overlap(one.src, appendix.src));
    const views = (one: Regulation['appendices'][number] | undefined): string =>
      [...new Set(one?.contains.map((view) => `${view.view} ${view.flow ?? ''}`.trim()))].sort().join(', ');
    const isRight = own !== undefined && own.number === appendix.number && views(own) === views(appendix);
    rate(
      total.appendices,
      isRight,
      own !== undefined,
      `appendix ${String(appendix.number)} [${views(appendix)}] / ${String(own?.number)} [${views(own)}]`,
    );
  }
  const surplus = made.appendices.filter((one) => !hand.appendices.some((known) => overlap(known.src, one.src)));
  total.appendices.wrong += surplus.length;
  for (const one of surplus) misses.push(`surplus appendix ${String(one.number)} ${plain(made, one.title)}`);
}

function load<S extends z.ZodType>(schema: S, file: string): z.output<S> {
  const tree = readTree(file);
  const model = tree.ok ? readModel(schema, tree.value) : tree;
  if (!model.ok) throw new Error(formatText(model.findings, 'en', makeLocate()));
  return model.value;
}

/** The regulations of a folder, as typed by hand. */
export const handMade = (folder: string): Regulation[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.yaml') && name !== 'act.yaml')
        .map((name) => load(Regulation, join(folder, name)))
    : [];

export function importFile(file: string): Imported {
  const document = readDocument(readFileSync(file), file);
  const imported = document.ok ? importAct(document.value, file) : document;
  if (!imported.ok) throw new Error(formatText(imported.findings, 'en', makeLocate()));
  return imported.value;
}
export const regulationsOf = (imported: Imported): Regulation[] =>
  imported.files.flatMap(({ data }) => ('process' in data ? [data] : []));

/** Compares regulations, pairing them by the lines they stand on. `misses` names what does not agree. */
export function agreement(
  hand: readonly Regulation[],
  made: readonly Regulation[],
): { total: Agreement; misses: string[] } {
  const total = emptyAgreement();
  const misses: string[] = [];
  for (const regulation of hand) {
    const own = made.find(
      (one) => Math.abs((one.src?.[0] ?? 0) - (regulation.src?.[0] ?? 0)) < 12 || one.number === regulation.number,
    );
    if (!own) {
      misses.push(`no regulation ${regulation.number}`);
      total.steps.missed += toldSteps(regulation).length;
      continue;
    }
    const here: string[] = [];
    compareSteps(regulation, own, total, here);
    compareTables(regulation, own, total.cells, here);
    compareLists(regulation, own, total, here);
    misses.push(...here.map((one) => `${regulation.number}: ${one}`));
  }
  return { total, misses };
}
