import { rejectReasons, remarks } from '../../survey/report.ts';
import { maskPersonal } from '../../survey/mask.ts';
import { excelDay, labelOf } from '../answers.ts';
import { footer, live, newSheet, type Book } from '../book.ts';
import { ref, type SheetWriter } from '../sheet.ts';

/** What people wrote, without what they wrote about themselves; a column for the coder is left free. */
export function commentsSheet(book: Book): void {
  const { words, model } = book;
  const columns = 8;
  const sheet = newSheet(book, 'comments', columns);
  sheet.widths([5, 11, 34, 26, 9, 9, 80, 24]);
  sheet.line(
    4,
    ['number', 'date', 'label.service', 'region', 'q1', 'q2', 'comment', 'theme'].map((key) => words(`head.${key}`)),
    'head',
  );
  sheet.height(4, 32);
  model.comments.forEach((one, index) => {
    const row = 5 + index;
    const service = model.services[one.service];
    sheet.line(
      row,
      [
        index + 1,
        excelDay(one.day),
        service?.address ?? '',
        labelOf(model, words, 'region', one.region),
        one.quality || '',
        one.accessibility || '',
        maskPersonal(one.comment),
        '',
      ],
      ['count', 'date', 'quiet', 'text', 'count', 'count', 'text', 'text'],
    );
    const lines = Math.ceil(one.comment.length / 78);
    if (lines > 1) sheet.height(row, Math.min(400, 13 * lines + 3));
  });
  const last = 4 + model.comments.length;
  sheet.put(3, 1, words('comments.shown', { shown: model.comments.length, all: model.commentCount }), 'plain');
  sheet.merge(3, 1, 3, columns);
  sheet.worksheet.autoFilter = `A4:${ref(Math.max(last, 5), columns)}`;
  sheet.print(columns, { rows: last, head: 4, frozen: 4, footer: footer(book) });
}

/** Where every record went: read = accepted + rejected, by file and by reason. */
export function qualitySheet(book: Book): void {
  const { words, model } = book;
  const columns = 6;
  const internal = model.edition === 'internal';
  const sheet = newSheet(book, 'quality', columns);
  sheet.widths([52, 16, 12, 12, 12, 70]);
  let row = 4;
  if (internal) {
    sheet.line(
      row,
      ['file', 'profile', 'read', 'accepted', 'rejected', 'sha'].map((key) => words(`head.${key}`)),
      'head',
    );
    sheet.height(row, 24);
    const first = row + 1;
    model.inputs.forEach((input, index) => {
      sheet.line(
        first + index,
        [input.file, input.profile, input.read, input.accepted, input.rejected, input.sha256],
        ['text', 'text', 'count', 'count', 'count', 'quiet'],
      );
    });
    row = first + model.inputs.length;
    const sum = (column: number, value: number) => live(`SUM(${ref(first, column)}:${ref(row - 1, column)})`, value);
    sheet.line(
      row,
      [words('total'), '', sum(3, model.read), sum(4, model.accepted), sum(5, model.rejected), ''],
      ['total', 'total', 'totalCount', 'totalCount', 'totalCount', 'total'],
    );
    sheet.put(row + 1, 1, words('quality.balance'), 'text');
    sheet.put(
      row + 1,
      3,
      live(`${ref(row, 3)}-${ref(row, 4)}-${ref(row, 5)}`, model.read - model.accepted - model.rejected),
      'totalCount',
    );
    row += 3;
  } else {
    sheet.line(row, [words('head.read'), model.read], ['text', 'count']);
    sheet.line(row + 1, [words('head.accepted'), model.accepted], ['text', 'count']);
    sheet.line(row + 2, [words('head.rejected'), model.rejected], ['text', 'count']);
    row += 4;
  }
  row = countList(
    book,
    sheet,
    row,
    'quality.reasons',
    rejectReasons.map((reason) => [words(`reason.${reason}`), model.reasons.get(reason) ?? 0]),
  );
  row = countList(
    book,
    sheet,
    row + 1,
    'quality.remarks',
    remarks.map((remark) => [words(`remark.${remark}`), model.remarks.get(remark) ?? 0]),
  );
  sheet.print(columns, { rows: row, footer: footer(book) });
}

function countList(
  { words }: Book,
  sheet: SheetWriter,
  top: number,
  title: string,
  list: readonly (readonly [string, number])[],
): number {
  sheet.put(top, 1, words(title), 'heading');
  sheet.line(top + 1, [words('head.reason'), words('head.count')], 'head');
  list.forEach(([label, count], index) => sheet.line(top + 2 + index, [label, count], ['text', 'count']));
  return top + 2 + list.length;
}

/** The records turned away, personal data masked; all of them stand in the list beside the workbook. */
export function rejectedSheet(book: Book): void {
  const { words, model } = book;
  const columns = 7;
  const sheet = newSheet(book, 'rejected', columns);
  sheet.widths([30, 8, 34, 16, 26, 34, 70]);
  sheet.put(3, 1, words('rejected.shown', { shown: model.rejectedSample.length, all: model.rejected }), 'plain');
  sheet.merge(3, 1, 3, columns);
  sheet.line(
    4,
    ['file', 'line', 'reason', 'field', 'value', 'near', 'raw'].map((key) => words(`head.${key}`)),
    'head',
  );
  model.rejectedSample.forEach((one, index) => {
    const file = one.sheet === undefined ? one.file : `${one.file}!${one.sheet}`;
    const raw = maskPersonal(one.raw.length > 500 ? `${one.raw.slice(0, 499)}…` : one.raw);
    const field = one.field === '' ? '' : words(`field.${one.field}`);
    sheet.line(
      5 + index,
      [file, one.line, words(`reason.${one.reason}`), field, maskPersonal(one.value.slice(0, 200)), one.near, raw],
      ['text', 'count', 'text', 'text', 'text', 'text', 'quiet'],
    );
  });
  const last = 4 + model.rejectedSample.length;
  sheet.worksheet.autoFilter = `A4:${ref(Math.max(last, 5), columns)}`;
  sheet.print(columns, { rows: last, head: 4, frozen: 4, footer: footer(book) });
}
