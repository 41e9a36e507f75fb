import type { FieldType } from './fields.ts';

/** A column of an empty table, with everything that is said of it. */
export interface EmptyColumn {
  readonly heading: string;
  /** Its own name, as docs and maps call it. */
  readonly name: string;
  /** The group of columns that it stands under. */
  readonly group: string;
  readonly isRequired: boolean;
  /** When it is required, in words. */
  readonly required: string;
  /** What to write into it. */
  readonly what: string;
  readonly example: string;
  readonly type: FieldType;
  /** What may stand in it, if that is a closed list. */
  readonly choices: readonly string[];
  /** How many digits it has, if they are counted. */
  readonly digits?: number;
}

export interface EmptySheet {
  readonly name: string;
  readonly columns: readonly EmptyColumn[];
}

/** A list of the legend: services, grounds of refusal. */
export interface Legend {
  readonly title: string;
  readonly lines: readonly (readonly [code: string, text: string])[];
}

/** An empty table for bulk input, as a plain model: the table of cases comes first. */
export interface EmptyTable {
  readonly title: string;
  readonly about: string;
  readonly print: string;
  readonly sheets: readonly EmptySheet[];
  readonly legends: readonly Legend[];
  /** Words of the workbook itself. */
  readonly words: {
    readonly legend: string;
    readonly lists: string;
    readonly head: readonly [
      sheet: string,
      heading: string,
      name: string,
      required: string,
      what: string,
      example: string,
    ];
  };
}
