import { options } from '../../survey/report.ts';
import { footer, live, newSheet, type Book } from '../book.ts';
import { ref } from '../sheet.ts';
import { cellsOfPeriod } from '../../survey/groups.ts';

const optionKeys = ['no', 'partly', 'yes'] as const;

/** How the two answers go together: quality down, accessibility across; counts, then shares of those who answered both. */
export function matrixSheet(book: Book): void {
  const { words, model, answers } = book;
  const sheet = newSheet(book, 'matrix', [44, 24, 26, 24, 24]);
  const cells = cellsOfPeriod(model);
  const cell = (quality: number, accessibility: number) => cells[quality * 4 + accessibility] ?? 0;
  const both = options.reduce(
    (sum, quality) => sum + options.reduce((part, accessibility) => part + cell(quality, accessibility), 0),
    0,
  );
  const names = optionKeys.map((key) => words(`option.${key}`));
  const top = 4;
  for (const [block, first] of [top, top + 8].entries()) {
    sheet.put(first, 1, words(block === 0 ? 'matrix.counts' : 'matrix.shares'), 'heading');
    sheet.line(first + 1, [words('matrix.corner'), ...names, words('total')], 'head');
    sheet.height(first + 1, 34);
    options.forEach((quality, offset) => {
      const row = first + 2 + offset;
      sheet.put(row, 1, names[offset], 'text');
      options.forEach((accessibility, across) => {
        const value = cell(quality, accessibility);
        const counted = ref(top + 2 + offset, 2 + across);
        if (block === 0)
          sheet.put(row, 2 + across, live(answers.joint(quality, accessibility, [['period', 1]]), value), 'count');
        else
          sheet.put(
            row,
            2 + across,
            live(`IF(${ref(top + 5, 5)}=0,"",${counted}/${ref(top + 5, 5)})`, both === 0 ? undefined : value / both),
            'share',
          );
      });
      const sum = options.reduce((part, accessibility) => part + cell(quality, accessibility), 0);
      const formula = `SUM(${ref(row, 2)}:${ref(row, 4)})`;
      sheet.put(
        row,
        5,
        live(formula, block === 0 ? sum : both === 0 ? 0 : sum / both),
        block === 0 ? 'totalCount' : 'strong',
      );
    });
    const row = first + 5;
    sheet.put(row, 1, words('total'), 'total');
    [1, 2, 3, 4].forEach((place) => {
      const sum = options.reduce(
        (part, quality) =>
          part + (place === 4 ? options.reduce((all, other) => all + cell(quality, other), 0) : cell(quality, place)),
        0,
      );
      sheet.put(
        row,
        1 + place,
        live(
          `SUM(${ref(first + 2, 1 + place)}:${ref(first + 4, 1 + place)})`,
          block === 0 ? sum : both === 0 ? 0 : sum / both,
        ),
        block === 0 ? 'totalCount' : 'strong',
      );
    });
  }
  const only = (keep: (quality: number, accessibility: number) => boolean) =>
    cells.reduce((sum, count, index) => sum + (keep(Math.floor(index / 4), index % 4) ? count : 0), 0);
  const note = top + 16;
  sheet.put(note, 1, words('matrix.only-quality'), 'text');
  sheet.put(
    note,
    2,
    live(
      onlyFormula(book, 'quality'),
      only((quality, accessibility) => quality > 0 && accessibility === 0),
    ),
    'count',
  );
  sheet.put(note + 1, 1, words('matrix.only-accessibility'), 'text');
  sheet.put(
    note + 1,
    2,
    live(
      onlyFormula(book, 'accessibility'),
      only((quality, accessibility) => quality === 0 && accessibility > 0),
    ),
    'count',
  );
  sheet.print({ rows: note + 2, footer: footer(book) });
}

/** Those who answered one question less those who answered both. */
const onlyFormula = ({ answers }: Book, question: 'quality' | 'accessibility'): string =>
  `${options.map((option) => answers.option(question, option, [['period', 1]])).join('+')}-${ref(9, 5)}`;
