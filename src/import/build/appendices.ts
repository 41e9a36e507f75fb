import type { FlowName, Regulation, Telling } from '../../model/index.ts';
import type { Appendix as Read, Table } from '../outline.ts';
import { isReadable } from '../dictionary.ts';
import * as clausesWords from '../words/clauses.ts';
import * as headsWords from '../words/heads.ts';
import { bare, mark, place, restOf, srcOf, type Context } from './context.ts';
import { readTable, type Column, type ReadTable } from './tables.ts';

type Appendix = Regulation['appendices'][number];
type View = Appendix['contains'][number];
type Item = Telling['items'][number];

export interface TableTelling {
  readonly telling: Telling;
  readonly table: ReadTable;
}
export interface ReadAppendices {
  readonly appendices: Appendix[];
  readonly tables: TableTelling[];
  readonly legend: NonNullable<Regulation['legend']>;
  readonly questionnaire: Regulation['questionnaire'];
}

const fields = ['actor', 'text', 'result', 'term', 'next'] as const;

/** A column cut at the edge of the page leaves the first letters of each line: «тұт Э І нак рас», «10-», «К к». */
function isStump(words: string, at: string): boolean {
  const parts = words.split(/\s+/);
  const letters = parts.reduce((sum, part) => sum + part.length, 0);
  if (at.endsWith('/term')) return !/\p{L}{2}/u.test(words);
  if (at.endsWith('/next')) return false;
  return (parts.length > 1 && letters / parts.length < 3.4) || (parts.length === 1 && /^\p{L}{1,2}$/u.test(words));
}

/** A cell as the model has it: its words, «-» for a dash, null for an empty or unreadable one. */
function cellOf(
  cell: string | undefined,
  at: string,
  src: readonly [number, number],
  context: Context,
  isLast: boolean,
): string | null | undefined {
  if (cell === undefined) return undefined;
  const words = cell.trim();
  if (words === '') return null;
  if (/^[-–—]$/u.test(words)) return '-';
  if (isLast && (isStump(words, at) || !isReadable(words, context.dictionary))) {
    mark(context, at, 'unreadable', context.why.unreadable, [src[0], src[1]]);
    return null;
  }
  return words;
}

/** A cut cell that begins another cell of its row has the same words: «Руководитель управл» -> «Руководитель управления». */
const completed = (cell: string, field: (typeof fields)[number], { columns }: ReadTable): string | undefined =>
  cell.trim().length < 8
    ? undefined
    : columns
        .map((one) => one.cells[field] ?? '')
        .find((one) => one.length > cell.length && one.startsWith(cell.trim()));

function itemOf(
  column: Column,
  step: string | null,
  key: string,
  telling: string,
  labels: ReadTable,
  context: Context,
  isLast: boolean,
): Item {
  const item: Item = { step, number: column.number };
  const lost: string[] = [];
  for (const field of fields) {
    if (!labels.rows.some((row) => row.field === field)) continue;
    const whole = isLast ? completed(column.cells[field] ?? '', field, labels) : undefined;
    if (whole !== undefined) {
      column.cells[field] = whole;
      mark(context, `/tellings/${telling}/items/${key}/${field}`, 'repaired', context.why.cutWord, column.src);
    }
    const value = cellOf(
      column.cells[field] ?? '',
      `/tellings/${telling}/items/${key}/${field}`,
      column.src,
      context,
      isLast,
    );
    if (value === undefined) continue;
    item[field] = value;
    if (value === null) lost.push(field);
  }
  if (lost.length > 0)
    mark(context, `/tellings/${telling}/items/${key}`, 'lost', `${context.why.cut}: ${lost.join(', ')}`, column.src);
  const other = column.other.map((cell) => (cell.trim() === '' ? null : cell.trim()));
  if (other.length > 0) item.cells = other;
  item.src = column.src;
  return item;
}

function flowOfTable(title: string, hasInternal: boolean, used: readonly FlowName[]): FlowName {
  const told = clausesWords.tableFlows.find(([, words]) => words.test(title))?.[0];
  if (told) return told;
  if (hasInternal) return 'internal';
  return used.includes('portal-recipient') ? 'portal-provider' : 'portal-recipient';
}

const textsOf = (table: Table): string => table.rows.map((row) => row.text).join(' ');

function tableTelling(
  table: Table,
  appendix: Read,
  n: number,
  flows: ReadonlySet<FlowName>,
  used: readonly FlowName[],
  context: Context,
): TableTelling | undefined {
  const read = readTable(table.rows);
  if (!read || !read.rows.some((row) => row.field === 'text' || row.field === 'actor' || row.field === 'term'))
    return undefined;
  place(context, [table.title, ...table.rows]);
  const title = table.title?.text ?? appendix.titles.at(-1)?.text;
  const wanted = flowOfTable(title ?? textsOf(table), flows.has('internal'), used);
  const flow = flows.size > 0 && !flows.has(wanted) ? ([...flows][0] ?? wanted) : wanted;
  const id = `table-${n}`;
  const items = read.columns.map((column, index) => {
    const key = `p${column.number}`;
    return itemOf(column, key, key, id, read, context, index === read.columns.length - 1);
  });
  const first = table.title ?? table.rows[0];
  const last = table.rows.at(-1);
  for (const src of read.torn) mark(context, `/tellings/${id}/rows`, 'repaired', context.why.break, [src[0], src[1]]);
  return {
    table: read,
    telling: {
      id,
      kind: 'table',
      flow,
      place:
        appendix.number === null
          ? 'приложение'
          : context.lang === 'kk'
            ? `${appendix.number}-қосымша`
            : `приложение ${appendix.number}`,
      ...(title === undefined ? {} : { title }),
      orientation: read.orientation,
      rows: read.rows,
      parts: read.parts.filter((part) => part > 0),
      items,
      ...(first && last ? { src: srcOf(first, [last]) } : {}),
    },
  };
}

function drawingView(text: string, flows: ReadonlySet<FlowName>): Pick<View, 'view' | 'flow'> {
  if (clausesWords.blockScheme.test(text) && !/функционал/iu.test(text))
    return { view: 'block-scheme', ...(flows.has('internal') ? { flow: 'internal' } : {}) };
  const flow = clausesWords.drawingViews.find(([, words]) => words.test(text))?.[0];
  return { view: 'interaction', ...(flow ? { flow } : {}) };
}

function questionnaireOf(appendix: Read, context: Context): Regulation['questionnaire'] {
  if (appendix.questions.length === 0) return undefined;
  const title = appendix.titles.find((one) => headsWords.questionnaireHead.test(one.text)) ?? appendix.titles[0];
  const label = appendix.titles.map((one) => one.text).find((text) => headsWords.nameLabel.test(text));
  const questions = appendix.questions.slice(0, 2).map((question, index) => {
    const entries = question.entries.filter(({ paragraph }) => paragraph.head.kind === 'item');
    place(context, [question.paragraph, ...question.entries.map(({ paragraph }) => paragraph)]);
    return {
      id: index === 0 ? ('quality' as const) : ('accessibility' as const),
      n: question.number,
      text: restOf(question.paragraph),
      options: entries.map(({ paragraph }) => ({
        n: paragraph.head.kind === 'item' ? paragraph.head.number : '',
        text: bare(restOf(paragraph)),
        src: srcOf(paragraph),
      })),
      src: srcOf(
        question.paragraph,
        question.entries.map(({ paragraph }) => paragraph),
      ),
    };
  });
  place(context, [...appendix.titles]);
  return {
    title: title?.text ?? null,
    ...(label === undefined ? {} : { nameLabel: /\(([^()]+)\)/.exec(label)?.[1] ?? label }),
    questions,
  };
}

function legendOf(appendix: Read, context: Context): NonNullable<Regulation['legend']> {
  const found: NonNullable<Regulation['legend']> = [];
  for (const paragraph of appendix.legend) {
    for (const cell of paragraph.cells ?? [paragraph.text]) {
      const words = cell.replace(/^[-–—>=\s]+/u, '').trim();
      const symbol = clausesWords.legendNames.find(([, pattern]) => pattern.test(words))?.[0];
      if (symbol === undefined || words.length > 120 || found.some((one) => one.symbol === symbol)) continue;
      place(context, [paragraph]);
      found.push({ symbol, text: bare(words), src: srcOf(paragraph) });
    }
  }
  place(context, [appendix.legendHead]);
  return found;
}

function headingOf(appendix: Read): Pick<Appendix, 'heading' | 'form'> {
  const text = appendix.head?.text;
  if (text === undefined) return {};
  const form = headsWords.formWord.exec(text)?.[1];
  const heading = text
    .replace(/^приложение\s*(?:№\s*)?(?:\d{1,3}|б)?\s*/iu, '')
    .replace(headsWords.formWord, '')
    .trim();
  return { ...(heading === '' ? {} : { heading }), ...(form === undefined ? {} : { form }) };
}

/** Appendices of a regulation with what they contain: tables, drawings, legend, questionnaire. */
export function readAppendices(list: readonly Read[], flows: ReadonlySet<FlowName>, context: Context): ReadAppendices {
  const out: ReadAppendices = { appendices: [], tables: [], legend: [], questionnaire: undefined };
  let questionnaire: Regulation['questionnaire'];
  for (const [index, appendix] of list.entries()) {
    const contains: View[] = [];
    const used = (): FlowName[] => out.tables.map(({ telling }) => telling.flow);
    for (const table of appendix.tables) {
      const told = tableTelling(table, appendix, out.tables.length + 1, flows, used(), context);
      if (!told) continue;
      out.tables.push(told);
      const { id, flow, title, src } = told.telling;
      contains.push({
        view: 'results-table',
        flow,
        telling: id,
        ...(title === undefined ? {} : { title }),
        ...(src ? { src } : {}),
      });
    }
    const drawings = appendix.titles.filter(
      (title) => headsWords.drawingHead.test(title.text) || /диаграмм|блок-?\s?схем/iu.test(title.text),
    );
    for (const title of appendix.tables.length > 0 ? [] : drawings) {
      mark(
        context,
        `/appendices/${appendix.number ?? index}/contains/${contains.length}`,
        'lost',
        context.why.picture,
        srcOf(title),
      );
      contains.push({ ...drawingView(title.text, flows), title: title.text, src: srcOf(title) });
    }
    const legend = legendOf(appendix, context);
    if (appendix.legendHead) contains.push({ view: 'legend', src: srcOf(appendix.legendHead, appendix.legend) });
    for (const one of legend) if (!out.legend.some((known) => known.symbol === one.symbol)) out.legend.push(one);
    questionnaire ??= questionnaireOf(appendix, context);
    if (appendix.questions.length > 0) contains.push({ view: 'questionnaire' });
    place(context, [appendix.head, ...appendix.titles]);
    if (appendix.number === null) mark(context, `/appendices/${index}/number`, 'lost', context.why.appendixNumber);
    out.appendices.push(appendixModel(appendix, contains, index));
  }
  return { ...out, questionnaire };
}

function appendixModel(appendix: Read, contains: View[], index: number): Appendix {
  const all = [
    appendix.head,
    ...appendix.titles,
    ...appendix.tables.flatMap((table) => [table.title, ...table.rows]),
    appendix.legendHead,
    ...appendix.legend,
    ...appendix.questions.flatMap((one) => [one.paragraph, ...one.entries.map((entry) => entry.paragraph)]),
  ].filter((one) => one !== undefined);
  const [first, ...rest] = all;
  const title = appendix.titles[0]?.text;
  void index;
  return {
    number: appendix.number,
    ...headingOf(appendix),
    ...(title === undefined ? {} : { title }),
    contains,
    ...(first ? { src: srcOf(first, rest) } : {}),
  };
}
