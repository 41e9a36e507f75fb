import type { CellFault, Heading, Row, RowFault, RowSink } from '../../src/source/row.ts';
import { fieldText, rawText } from '../../src/source/row.ts';

/** A sink that remembers everything it was given. */
export class Remembering implements RowSink {
  heading: readonly string[] = [];
  readonly rows: { line: number; cells: string[] }[] = [];
  readonly faults: { line: number; fault: RowFault; raw: string }[] = [];
  readonly formulas: number[] = [];
  readonly broken: { line: number; column: number; fault: CellFault }[] = [];

  columns(names: readonly string[]): Heading {
    this.heading = [...names];
    return 'taken';
  }
  row(row: Row): void {
    for (const [column, fault] of row.broken ?? []) this.broken.push({ line: row.line, column, fault });
    this.rows.push({ line: row.line, cells: Array.from({ length: row.count }, (_, index) => fieldText(row, index)) });
  }
  fault(fault: RowFault, row: Row): void {
    this.faults.push({ line: row.line, fault, raw: rawText(row) });
  }
  formula(line: number): void {
    this.formulas.push(line);
  }
}
