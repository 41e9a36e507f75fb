import { diagnostic, failure, nearest, success, type Diagnostic, type Outcome } from '../diagnostics/index.ts';
import type { SurveyService } from '../model/response.ts';
import { CsvReader } from '../source/csv.ts';
import { fieldText, type Row, type RowSink } from '../source/row.ts';
import { readText } from '../store/index.ts';
import type { Target } from '../survey/report.ts';

/** A small table read whole: rows as heading -> text, with their lines. */
function readSmallTable(file: string): Outcome<readonly { line: number; cells: ReadonlyMap<string, string> }[]> {
  const text = readText(file);
  if (!text.ok) return text;
  const rows: { line: number; cells: ReadonlyMap<string, string> }[] = [];
  const findings: Diagnostic[] = [];
  let names: readonly string[] = [];
  const broken = (fault: string, line: number) =>
    void findings.push(diagnostic('heading-broken', { reason: fault }, { file, position: { line, column: 1 } }));
  const sink: RowSink = {
    columns(found) {
      names = found.map((name) => name.trim().toLowerCase());
      return true;
    },
    row: (row: Row) =>
      void rows.push({
        line: row.line,
        cells: new Map(names.map((name, index) => [name, fieldText(row, index).trim()])),
      }),
    fault: (fault, row) => broken(fault, row.line),
    badHeading: broken,
  };
  const reader = new CsvReader(sink);
  reader.push(Buffer.from(text.value, 'utf8'));
  reader.end();
  return findings.length > 0 ? failure(findings) : success(rows);
}

type Cells = ReadonlyMap<string, string>;

/** The index of a service by its address; `*` or nothing = every service. */
function serviceOf(services: readonly SurveyService[], name: string): number | 'all' | undefined {
  if (name === '' || name === '*') return 'all';
  const place = services.findIndex(({ address }) => address === name);
  return place < 0 ? undefined : place;
}

const wrong = (file: string, line: number, field: string, value: string, expected: string): Diagnostic =>
  diagnostic('table-row-wrong', { field, value, expected }, { file, position: { line, column: 1 } });

const unknownService = (file: string, line: number, services: readonly SurveyService[], name: string): Diagnostic => {
  const known = services.map(({ address }) => address);
  return wrong(file, line, 'service', name, nearest(name, known).join(', ') || known.slice(0, 3).join(', '));
};

/** `service;rendered`: services rendered in the period, several lines of one service added up. */
export function readVolumes(file: string, services: readonly SurveyService[]): Outcome<ReadonlyMap<number, number>> {
  const table = readSmallTable(file);
  if (!table.ok) return table;
  const volumes = new Map<number, number>();
  const findings: Diagnostic[] = [];
  for (const { line, cells } of table.value) {
    const name = cells.get('service') ?? '';
    const text = (cells.get('rendered') ?? '').replace(/[\s\u00a0]/g, '');
    const place = serviceOf(services, name);
    if (typeof place !== 'number') findings.push(unknownService(file, line, services, name));
    else if (!/^\d+$/.test(text)) findings.push(wrong(file, line, 'rendered', text, '0, 1, 2 …'));
    else volumes.set(place, (volumes.get(place) ?? 0) + Number(text));
  }
  return success(volumes, findings);
}

/** `90`, `90 %` or `92,5` -> a share; empty -> undefined; anything else -> NaN. */
function percent(cells: Cells, name: string): number | undefined {
  const text = (cells.get(name) ?? '').replace(/[\s\u00a0%]/g, '').replace(',', '.');
  if (text === '') return undefined;
  const value = /^\d+(\.\d+)?$/.test(text) ? Number(text) : NaN;
  return value <= 100 ? value / 100 : NaN;
}

/** `service;indicator;norm;goal` in per cent; the indicator is 2.1 or 3.1; `*` = every service. */
export function readTargets(file: string, services: readonly SurveyService[]): Outcome<readonly Target[]> {
  const table = readSmallTable(file);
  if (!table.ok) return table;
  const targets: Target[] = [];
  const findings: Diagnostic[] = [];
  for (const { line, cells } of table.value) {
    const name = cells.get('service') ?? '';
    const place = serviceOf(services, name);
    const indicator = cells.get('indicator') ?? '';
    const [norm, goal] = [percent(cells, 'norm'), percent(cells, 'goal')];
    if (place === undefined) findings.push(unknownService(file, line, services, name));
    else if (indicator !== '2.1' && indicator !== '3.1')
      findings.push(wrong(file, line, 'indicator', indicator, '2.1, 3.1'));
    else if (Number.isNaN(norm)) findings.push(wrong(file, line, 'norm', cells.get('norm') ?? '', '0 … 100 %'));
    else if (Number.isNaN(goal)) findings.push(wrong(file, line, 'goal', cells.get('goal') ?? '', '0 … 100 %'));
    else targets.push({ service: place === 'all' ? undefined : place, indicator, norm, goal });
  }
  return success(targets, findings);
}
