import { methodParagraphs } from '../../survey/names.ts';
import { responseFields } from '../../survey/report.ts';
import { Z95, Z998 } from '../../survey/statistics.ts';
import { footer, newSheet, type Book } from '../book.ts';
import { sheetRef } from '../sheet.ts';

/** Codes and what they mean: fields, answers, services, regions, channels, languages. */
export function codebookSheet(book: Book): void {
  const { words, model } = book;
  const sheet = newSheet(book, 'codebook', [38, 70, 70]);
  let row = 4;
  const block = (title: string, list: readonly (readonly [string, string, string])[]) => {
    sheet.put(row, 1, words(title), 'heading');
    sheet.line(row + 1, [words('head.code'), 'ru', 'kk'], 'head');
    list.forEach((entry, index) => {
      sheet.line(row + 2 + index, entry, ['quiet', 'text', 'text']);
    });
    row += list.length + 3;
  };
  block(
    'codebook.fields',
    responseFields.map((field) => [field, words(`both.field.${field}.ru`), words(`both.field.${field}.kk`)]),
  );
  block(
    'codebook.answers',
    [1, 2, 3].map((code) => [String(code), words(`both.option.${code}.ru`), words(`both.option.${code}.kk`)]),
  );
  block(
    'codebook.services',
    model.services.map((service) => [service.address, service.title.ru ?? '–', service.title.kk ?? '–']),
  );
  for (const list of ['regions', 'channels', 'languages'] as const)
    block(
      `codebook.${list}`,
      model.vocabulary[list].map(({ code, ru, kk }) => [code, ru, kk]),
    );
  sheet.print({ rows: row, footer: footer(book) });
}

const paragraphs = [...methodParagraphs, 'mask', 'values'] as const;

/** How every figure comes about, with its source; the two constants that the formulas name stand here. */
export function methodSheet(book: Book): void {
  const { words, workbook } = book;
  const sheet = newSheet(book, 'method', [34, 100, 46]);
  sheet.line(4, [words('method.constants'), '', ''], 'heading');
  for (const [index, [name, value]] of (
    [
      ['z_95', Z95],
      ['z_998', Z998],
    ] as const
  ).entries()) {
    sheet.line(5 + index, [name, words(`method.${name}`), value], ['text', 'text', 'index']);
    sheet.worksheet.getCell(5 + index, 3).numFmt = '0.000000000000000';
    workbook.definedNames.add(sheetRef(sheet.name, `$C$${5 + index}`), name);
  }
  let row = 8;
  sheet.line(row, [words('method.what'), words('method.how'), words('method.source')], 'head');
  for (const key of paragraphs) {
    row += 1;
    const how = words(`method.${key}`);
    sheet.line(row, [words(`method.${key}.name`), how, words(`method.${key}.source`)], ['total', 'text', 'quiet']);
  }
  sheet.print({ rows: row, footer: footer(book) });
}
