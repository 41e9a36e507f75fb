import * as z from 'zod';
import { wording, type Regulation, type Term } from '../../src/model/index.ts';
import { emptyAgreement, likeness, type Agreement, type Count } from './agreement.ts';

const Amount = z.string().describe('«15 minute», «3 day working», «10-15 second»');
/** Words of a step, and its terms. */
const ToldStep = z.union([z.string(), z.tuple([z.string(), Amount]), z.tuple([z.string(), Amount, Amount])]);
const Cell = z.string().nullable().describe('null: nothing can be read there');

/** What a person reads in the text of an invented act; written by hand, never taken from the importer. */
export const Told = z.strictObject({
  damaged: z.boolean().default(false),
  act: z.strictObject({
    kind: z.string(),
    lang: z.string(),
    number: z.string(),
    date: z.string(),
    registration: z.string(),
    clauses: z.number(),
    services: z.number(),
    repeals: z.string().optional(),
  }),
  regulations: z.array(
    z.strictObject({
      title: z.string(),
      units: z.array(z.string()).default([]),
      steps: z.record(z.string(), z.record(z.string(), ToldStep)).default({}),
      /** Per flow the items of its tables: number, actor, text, result, term, next. */
      cells: z.record(z.string(), z.array(z.tuple([z.string(), Cell, Cell, Cell, Cell, Cell]))).default({}),
      glossary: z.array(z.tuple([z.string(), z.string()])).default([]),
      questions: z.array(z.array(z.string()).min(1)).default([]),
      /** Number and views: «2 interaction portal-recipient, legend». */
      appendices: z.array(z.string()).default([]),
    }),
  ),
});
export type Told = z.output<typeof Told>;
type ToldRegulation = Told['regulations'][number];

const same = (want: string, have: string | undefined): boolean => have !== undefined && likeness(want, have) >= 0.92;
const amountOf = ({ amount, unit, dayKind }: Term): string =>
  [Array.isArray(amount) ? amount.join('-') : amount, unit, dayKind === 'unstated' ? undefined : dayKind]
    .filter((part) => part !== undefined)
    .join(' ');

class Counting {
  readonly total = emptyAgreement();
  readonly misses: string[] = [];
  constructor(readonly made: Regulation) {}
  words(text: unknown): string | undefined {
    if (text === undefined || text === null) return undefined;
    return wording(text as Parameters<typeof wording>[0], this.made.lang, this.made.lang) ?? undefined;
  }
  compare(count: Count, where: string, want: string, have: string | undefined): void {
    if (same(want, have)) {
      count.found += 1;
      return;
    }
    if (have === undefined) count.missed += 1;
    else count.wrong += 1;
    this.misses.push(`${where}: «${have ?? '—'}» / «${want}»`);
  }
  surplus(count: Count, what: readonly string[]): void {
    count.wrong += what.length;
    this.misses.push(...what.map((one) => `surplus ${one}`));
  }
}

function countSteps(counting: Counting, want: ToldRegulation): void {
  const { made, total } = counting;
  for (const [flow, told] of Object.entries(want.steps)) {
    const steps = Object.entries(made.process).find(([name]) => name === flow)?.[1].steps ?? [];
    for (const [id, entry] of Object.entries(told)) {
      const [text, ...terms] = typeof entry === 'string' ? [entry] : entry;
      const step = steps.find((one) => one.id === id);
      const count = id.startsWith('c') ? total.conditions : total.steps;
      const [first = '', ...notes] = [step?.text, ...(step?.notes ?? []).map((note) => note.text)].map(
        (one) => counting.words(one) ?? '',
      );
      const whole = [first, ...notes].join(' ');
      counting.compare(count, `${flow}.${id}`, text, step && (same(text, whole) ? whole : first));
      const have = (step?.terms ?? []).map(amountOf);
      for (const [index, term] of terms.entries()) {
        const isRight = have[index] === term;
        if (isRight) total.terms.found += 1;
        else if (have[index] === undefined) total.terms.missed += 1;
        else total.terms.wrong += 1;
        if (!isRight) counting.misses.push(`term ${flow}.${id}: ${have[index] ?? '—'} / ${term}`);
      }
      counting.surplus(
        total.terms,
        have.slice(terms.length).map((one) => `term ${flow}.${id} ${one}`),
      );
    }
    const extra = steps.filter((step) => !(step.id in told));
    counting.surplus(
      total.steps,
      extra.map((step) => `step ${flow}.${step.id}`),
    );
  }
  const flows = Object.keys(made.process).filter((flow) => !(flow in want.steps));
  counting.surplus(total.steps, flows);
}

const cellFields = ['actor', 'text', 'result', 'term', 'next'] as const;
function countCells(counting: Counting, want: ToldRegulation): void {
  const { made, total } = counting;
  for (const [flow, rows] of Object.entries(want.cells)) {
    const items = made.tellings.filter((one) => one.kind === 'table' && one.flow === flow).flatMap((one) => one.items);
    for (const [number, ...cells] of rows) {
      const item = items.find((one) => (one.number ?? one.step?.replace(/\D/g, '')) === number);
      for (const [index, field] of cellFields.entries()) {
        const cell = cells[index];
        const have = counting.words(item?.[field]);
        if (typeof cell === 'string') counting.compare(total.cells, `cell ${flow}.${number}.${field}`, cell, have);
        else if (have !== undefined && have !== '')
          counting.surplus(total.cells, [`cell ${flow}.${number}.${field} «${have}»`]);
      }
    }
  }
}

function countLists(counting: Counting, want: ToldRegulation): void {
  const { made, total } = counting;
  const units = made.participants.filter((one) => one.listed !== undefined);
  for (const [index, unit] of want.units.entries())
    counting.compare(total.units, `unit ${index + 1}`, unit, counting.words(units[index]?.name));
  counting.surplus(
    total.units,
    units.slice(want.units.length).map((one) => `unit ${one.id}`),
  );
  for (const [index, [term, definition]] of want.glossary.entries()) {
    const own = made.glossary?.[index];
    const have = own && `${counting.words(own.term) ?? ''} – ${counting.words(own.definition) ?? ''}`;
    counting.compare(total.glossary, `glossary ${index + 1}`, `${term} – ${definition}`, have);
  }
  for (const [index, [question = '', ...options]] of want.questions.entries()) {
    const own = made.questionnaire?.questions[index];
    counting.compare(total.questions, `question ${index + 1}`, question, counting.words(own?.text));
    for (const [at, option] of options.entries())
      counting.compare(
        total.questions,
        `option ${index + 1}.${at + 1}`,
        option,
        counting.words(own?.options[at]?.text),
      );
  }
  const views = made.appendices.map((one) =>
    [
      one.number ?? '-',
      [...new Set(one.contains.map((view) => [view.view, view.flow].filter(Boolean).join(' ')))].join(', '),
    ].join(' '),
  );
  for (const [index, appendix] of want.appendices.entries()) {
    if (views[index] === appendix) total.appendices.found += 1;
    else if (views[index] === undefined) total.appendices.missed += 1;
    else total.appendices.wrong += 1;
    if (views[index] !== appendix) counting.misses.push(`appendix ${views[index] ?? '—'} / ${appendix}`);
  }
  counting.surplus(total.appendices, views.slice(want.appendices.length));
}

/** Compares what was imported with what a person reads, regulation by regulation in the order of the text. */
export function agreementWithTold(told: Told, made: readonly Regulation[]): { total: Agreement; misses: string[] } {
  const total = emptyAgreement();
  const misses: string[] = [];
  for (const [index, want] of told.regulations.entries()) {
    const own = made[index];
    if (!own) {
      misses.push(`no regulation «${want.title}»`);
      for (const steps of Object.values(want.steps)) total.steps.missed += Object.keys(steps).length;
      continue;
    }
    const counting = new Counting(own);
    countSteps(counting, want);
    countCells(counting, want);
    countLists(counting, want);
    for (const [kind, { found, wrong, missed }] of Object.entries(counting.total)) {
      const sum = total[kind as keyof Agreement];
      sum.found += found;
      sum.wrong += wrong;
      sum.missed += missed;
    }
    misses.push(...counting.misses.map((one) => `${index + 1} ${one}`));
  }
  return { total, misses };
}
