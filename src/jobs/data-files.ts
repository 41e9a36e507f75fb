import type * as z from 'zod';
import { success, type Outcome } from '../diagnostics/index.ts';
import { calendarYearSchema, type CalendarYear } from '../model/calendar.ts';
import { Act, Regulation, readModel } from '../model/index.ts';
import { Citations, Grounds, Names, NumberFormats } from '../model/law.ts';
import { SharedTexts, TemplateTexts } from '../model/template.ts';
import { treeFromText, type Tree } from '../source/index.ts';
import { readBuiltModel, readText } from '../store/index.ts';

/** What each kind of file of data says that a document rests on. */
export interface Models {
  readonly act: Act;
  readonly regulation: Regulation;
  readonly grounds: z.output<typeof Grounds>;
  readonly citations: z.output<typeof Citations>;
  readonly numbers: z.output<typeof NumberFormats>;
  readonly names: z.output<typeof Names>;
  readonly calendar: CalendarYear;
  readonly 'shared-texts': SharedTexts;
  readonly 'template-texts': TemplateTexts;
}
export type DataKind = keyof Models;

/** Their schemas, by the name under which the build keeps what it read with them. */
export const dataSchemas: { readonly [K in DataKind]: z.ZodType<Models[K]> } = {
  act: Act,
  regulation: Regulation,
  grounds: Grounds,
  citations: Citations,
  numbers: NumberFormats,
  names: Names,
  calendar: calendarYearSchema,
  'shared-texts': SharedTexts,
  'template-texts': TemplateTexts,
};

/** As `readModel`; what the build has read of this very text is not checked anew. */
function modelOf<K extends DataKind>(kind: K, tree: Tree): Outcome<Models[K]> {
  const built = readBuiltModel(kind, tree.text);
  // The file is ours, made by scripts/build.mjs from what this very schema gave.
  return built === undefined ? readModel(dataSchemas[kind], tree) : success(JSON.parse(built) as Models[K]);
}

/** Data from the text of a file: its tree, and what it says. Faults as those of `treeFromText` and `readModel`. */
export function dataFromText<K extends DataKind>(
  kind: K,
  file: string,
  text: string,
): Outcome<{ readonly tree: Tree; readonly value: Models[K] }> {
  const tree = treeFromText(file, text);
  if (!tree.ok) return tree;
  const model = modelOf(kind, tree.value);
  return model.ok ? success({ tree: tree.value, value: model.value }) : model;
}

/** Reads a file of data; also the faults of `readText`. */
export function readData<K extends DataKind>(kind: K, file: string): ReturnType<typeof dataFromText<K>> {
  const text = readText(file);
  return text.ok ? dataFromText(kind, file, text.value) : text;
}
