import type { Kept } from '../../survey/intake.ts';
import { rejectReasons, remarks, type Answer } from '../../survey/report.ts';
import { maskPersonal } from '../../survey/mask.ts';
import { labelOf, serviceName } from '../../survey/names.ts';
import { excelDay } from '../answers.ts';
import { footer, live, newSheet, type Book } from '../book.ts';
import { ref, type SheetWriter } from '../sheet.ts';

/** What people wrote, without what they wrote about themselves; a column for the coder is left free. */
export function commentsSheet(book: Book): void {
  const { words, model } = book;
  const columns = 8;
  const sheet = newSheet(book, 'comments', [5, 12, 44, 24, 15, 15, 64, 20]);
  sheet.line(
    4,
    ['number', 'date', 'label.service', 'region', 'q1', 'q2', 'comment', 'theme'].map((key) => words(`head.${key}`)),
    'head',
  );
  sheet.height(4, 32);
  // The dissatisfied first: that is what comments are read for.
  const sorted = [...model.comments].sort(
    (a, b) => satisfaction(a) - satisfaction(b) || a.service - b.service || a.day - b.day,
  );
  sorted.forEach((one, index) => {
    const row = 5 + index;
    sheet.line(
      row,
      [
        index + 1,
        excelDay(one.day),
        serviceName(model, one.service, 76),
        labelOf(model, words, 'region', one.region),
        answerWord(words, one.quality),
        answerWord(words, one.accessibility),
        maskPersonal(one.comment),
        '',
      ],
      ['number', 'date', 'quiet', 'text', 'quiet', 'quiet', 'text', 'text'],
    );
  });
  const last = 4 + model.comments.length;
  sheet.sentence(3, words('comments.shown', { shown: model.comments.length, all: model.commentCount }), 'plain');
  sheet.worksheet.autoFilter = `A4:${ref(Math.max(last, 5), columns)}`;
  sheet.print({ rows: last, head: 4, frozen: 4, footer: footer(book) });
}

const answerWord = (words: Book['words'], answer: Answer): string =>
  ({ 0: '–', 1: words('short.no'), 2: words('short.partly'), 3: words('short.yes') })[answer];

/** The worse of the answers given. */
const satisfaction = ({ quality, accessibility }: Kept): number => Math.min(quality || 4, accessibility || 4);

/** Where every record went: read = accepted + rejected, by file and by reason. */
export function qualitySheet(book: Book): void {
  const { words, model } = book;
  const columns = 6;
  const internal = model.edition === 'internal';
  const sheet = newSheet(book, 'quality', [56, 16, 12, 12, 12, 70], columns);
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
  sheet.print({ rows: row, footer: footer(book) });
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
  const sheet = newSheet(book, 'rejected', [34, 9, 34, 14, 28, 36, 70]);
  sheet.sentence(3, words('rejected.shown', { shown: model.rejectedSample.length, all: model.rejected }), 'plain');
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
  sheet.print({ rows: last, head: 4, frozen: 4, footer: footer(book) });
}
