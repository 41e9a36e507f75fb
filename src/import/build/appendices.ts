import type { FlowName, Regulation, Telling } from '../../model/index.ts';
import type { Appendix as Read, Table } from '../outline.ts';
import * as clausesWords from '../words/clauses.ts';
import * as headsWords from '../words/heads.ts';
import { dangling } from '../words/sentences.ts';
import { bare, mark, place, restOf, srcOf, type Context } from './context.ts';
import type { Paragraph } from '../paragraphs.ts';
import { itemOf } from './cells.ts';
import type { ReadTable } from './table-parts.ts';
import { readTable } from './tables.ts';

type Appendix = Regulation['appendices'][number];
type View = Appendix['contains'][number];

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
  const isUsed = ({ src }: Paragraph): boolean => !read.unused.some(({ from, to }) => src[0] <= to && from <= src[1]);
  place(context, [table.title, ...table.rows.filter(isUsed)]);
  const title = table.title?.text ?? appendix.titles.at(-1)?.text;
  const wanted = flowOfTable(title ?? textsOf(table), flows.has('internal'), used);
  const isInternal = flows.size === 0 && !/портал|логин|парол|авториз/iu.test(`${title ?? ''} ${textsOf(table)}`);
  const flow = isInternal ? 'internal' : flows.size > 0 && !flows.has(wanted) ? ([...flows][0] ?? wanted) : wanted;
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

/** A title that does not name its flow means the only one there is; one that is torn («… услуги через»), the next that has no drawing. */
function drawingView(text: string, flows: ReadonlySet<FlowName>, drawn: readonly View[]): Pick<View, 'view' | 'flow'> {
  if (clausesWords.blockScheme.test(text) && !/функционал/iu.test(text))
    return { view: 'block-scheme', ...(flows.has('internal') ? { flow: 'internal' } : {}) };
  const others = [...flows].filter((one) => one !== 'internal');
  const next = others.find((one) => !drawn.some((view) => view.flow === one));
  const isNext = others.length === 1 || dangling.test(text);
  const flow = clausesWords.drawingViews.find(([, words]) => words.test(text))?.[0] ?? (isNext ? next : undefined);
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

const isDrawing = ({ text, src }: Paragraph, { tables }: Read): boolean =>
  /^(?:диаграмма|блок-?\s?схема)|диаграммасы\s*\.?$/iu.test(text) &&
  !tables.some(({ title, rows }) => title === undefined && (rows[0]?.src[0] ?? 0) - src[1] === 1);

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
    // Beside a table only what calls itself a drawing is one: «Описание последовательности …» is the title of the table.
    for (const title of appendix.tables.length > 0 ? drawings.filter((one) => isDrawing(one, appendix)) : drawings) {
      mark(
        context,
        `/appendices/${appendix.number ?? index}/contains/${contains.length}`,
        'lost',
        context.why.picture,
        srcOf(title),
      );
      const drawn = [...out.appendices.flatMap((one) => one.contains), ...contains];
      contains.push({ ...drawingView(title.text, flows, drawn), title: title.text, src: srcOf(title) });
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
