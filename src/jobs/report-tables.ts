import { createHash } from 'node:crypto';
import { diagnostic, failure, nearest, success, type Diagnostic, type Outcome } from '../diagnostics/index.ts';
import type { SurveyService } from '../model/response.ts';
import { tableFields, type Vocabulary } from '../model/vocabulary.ts';
import { packingOf, rawChunks } from '../source/bytes.ts';
import { CsvReader } from '../source/csv.ts';
import { utf8Chunks } from '../source/encoding.ts';
import { fieldText, type Row, type RowSink } from '../source/row.ts';
import { normalise, serviceMeanings } from '../survey/lexicon.ts';
import type { Target } from '../survey/report.ts';
import { fileFault } from './file-fault.ts';

type Field = (typeof tableFields)[number];
interface TableRow {
  readonly line: number;
  readonly cells: Readonly<Record<Field, string>>;
}

/** A small table read whole: rows by the fields of its headings, whatever their language. */
class SmallTable implements RowSink {
  readonly rows: TableRow[] = [];
  readonly findings: Diagnostic[] = [];
  private places: readonly (readonly [Field, number])[] = [];
  private readonly file: string;
  private readonly vocabulary: Vocabulary;

  constructor(file: string, vocabulary: Vocabulary) {
    this.file = file;
    this.vocabulary = vocabulary;
  }

  columns(names: readonly string[]) {
    const headings = names.map(normalise);
    this.places = tableFields.flatMap((field) => {
      const wanted = [field, ...(this.vocabulary.tables[field] ?? [])].map(normalise);
      const place = headings.findIndex((heading) => wanted.includes(heading));
      return place < 0 ? [] : [[field, place] as const];
    });
    return this.places.some(([field]) => field === 'service') ? ('taken' as const) : ('next' as const);
  }

  row(row: Row): void {
    const cells = { service: '', indicator: '', norm: '', goal: '', rendered: '' };
    for (const [field, place] of this.places) cells[field] = fieldText(row, place).trim();
    this.rows.push({ line: row.line, cells });
  }

  fault(fault: string, { line }: { line: number }): void {
    this.badHeading(fault, line);
  }

  badHeading(fault: string, line: number): void {
    this.findings.push(
      diagnostic('heading-broken', { reason: fault }, { file: this.file, position: { line, column: 1 } }),
    );
  }
}

async function readSmallTable(file: string, vocabulary: Vocabulary): Promise<Outcome<readonly TableRow[]>> {
  const table = new SmallTable(file, vocabulary);
  try {
    if (packingOf(file) === 'zip') {
      const { readXlsx } = await import('../source/xlsx.ts');
      await readXlsx(file, createHash('sha256'), () => table, []);
    } else {
      const reader = new CsvReader(table);
      for await (const chunk of utf8Chunks(rawChunks(file), () => undefined)) reader.push(chunk);
      reader.end();
    }
  } catch (error) {
    return failure([fileFault(file, error)]);
  }
  if (table.findings.length > 0) return failure(table.findings);
  return table.rows.length > 0 ? success(table.rows) : failure([diagnostic('table-empty', { file }, { file })]);
}

/** The index of a service by any of its names; `*` or nothing = every service. */
function serviceOf(meanings: ReadonlyMap<string, number>, count: number, name: string): number | 'all' | undefined {
  if (name === '' || name === '*') return 'all';
  const place = meanings.get(normalise(name));
  return place === undefined || place >= count ? undefined : place;
}

const wrong = (file: string, line: number, field: string, value: string, expected: string): Diagnostic =>
  diagnostic('table-row-wrong', { field, value, expected }, { file, position: { line, column: 1 } });

const unknownService = (file: string, line: number, services: readonly SurveyService[], name: string): Diagnostic => {
  const known = services.map(({ address }) => address);
  return wrong(file, line, 'service', name, nearest(name, known).join(', ') || known.slice(0, 3).join(', '));
};

/** `service;rendered`: services rendered in the period, several lines of one service added up. */
export async function readVolumes(
  file: string,
  services: readonly SurveyService[],
  vocabulary: Vocabulary,
): Promise<Outcome<ReadonlyMap<number, number>>> {
  const table = await readSmallTable(file, vocabulary);
  if (!table.ok) return table;
  const meanings = serviceMeanings(services);
  const volumes = new Map<number, number>();
  const findings: Diagnostic[] = [];
  for (const { line, cells } of table.value) {
    const text = cells.rendered.replace(/[\s\u00a0]/g, '');
    const place = serviceOf(meanings, services.length, cells.service);
    if (typeof place !== 'number') findings.push(unknownService(file, line, services, cells.service));
    else if (!/^\d+$/.test(text)) findings.push(wrong(file, line, 'rendered', text, '0, 1, 2 …'));
    else volumes.set(place, (volumes.get(place) ?? 0) + Number(text));
  }
  return success(volumes, findings);
}

/** `90`, `90 %` or `92,5` -> a share; empty -> undefined; anything else -> NaN. */
function percent(cell: string): number | undefined {
  const text = cell.replace(/[\s\u00a0%]/g, '').replace(',', '.');
  if (text === '') return undefined;
  const value = /^\d+(\.\d+)?$/.test(text) ? Number(text) : NaN;
  return value <= 100 ? value / 100 : NaN;
}

/** `service;indicator;norm;goal` in per cent; the indicator is 2.1 or 3.1; `*` = every service. */
export async function readTargets(
  file: string,
  services: readonly SurveyService[],
  vocabulary: Vocabulary,
): Promise<Outcome<readonly Target[]>> {
  const table = await readSmallTable(file, vocabulary);
  if (!table.ok) return table;
  const meanings = serviceMeanings(services);
  const targets: Target[] = [];
  const findings: Diagnostic[] = [];
  for (const { line, cells } of table.value) {
    const place = serviceOf(meanings, services.length, cells.service);
    const indicator = cells.indicator.replace(',', '.');
    const [norm, goal] = [percent(cells.norm), percent(cells.goal)];
    if (place === undefined) findings.push(unknownService(file, line, services, cells.service));
    else if (indicator !== '2.1' && indicator !== '3.1')
      findings.push(wrong(file, line, 'indicator', cells.indicator, '2.1, 3.1'));
    else if (Number.isNaN(norm)) findings.push(wrong(file, line, 'norm', cells.norm, '0 … 100 %'));
    else if (Number.isNaN(goal)) findings.push(wrong(file, line, 'goal', cells.goal, '0 … 100 %'));
    else targets.push({ service: place === 'all' ? undefined : place, indicator, norm, goal });
  }
  return success(targets, findings);
}
