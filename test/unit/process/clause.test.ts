import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { clauseLines, linesAsDocument, linesAsText } from '../../../src/document/index.ts';
import type { Language, Regulation } from '../../../src/model/index.ts';
import { clauseDifferences, clausesOf, type ClauseMaking } from '../../../src/process/index.ts';
import { writeWord } from '../../../src/word/index.ts';
import { bookletTexts, regulationAt } from '../../helpers/booklet.ts';

const texts = bookletTexts();
const making = (regulation: Regulation, more: Partial<ClauseMaking> = {}): ClauseMaking => {
  const lang: Language = more.lang ?? regulation.lang;
  const { clauses: words, lost } = texts[lang];
  return { regulation, lang, words: { ...words, lost }, ...more };
};
const textOf = (regulation: Regulation, more: Partial<ClauseMaking> = {}): string[] => {
  const made = making(regulation, more);
  return linesAsText(clauseLines(clausesOf(made), 'услуга', texts[made.lang].clauses)).split('\n');
};
const differences = (regulation: Regulation, more: Partial<ClauseMaking> = {}) => {
  const made = making(regulation, more);
  return clausesOf(made).flatMap(({ parts }) => parts.flatMap((part) => clauseDifferences(part, made) ?? []));
};

/** A regulation with other steps in its internal flow; its tellings go unless they are given. */
function withSteps(
  steps: NonNullable<Regulation['process']['internal']>['steps'],
  more: Partial<Regulation> = {},
): Regulation {
  const base = regulationAt('mint-102-2014/transit-permit');
  return { ...base, process: { internal: { clause: '5', steps } }, tellings: [], ...more };
}

const day = { unit: 'day', dayKind: 'working', bound: 'at-most' } as const;

describe('the clause that follows from the process', () => {
  it('has the word and the number of the act, and ends as a list does', () => {
    const lines = textOf(
      withSteps([
        { id: 'p1', number: '1', word: 'процедура', actors: [], text: 'специалист регистрирует заявление;' },
        { id: 'c1', number: '1', word: 'условие', actors: [], text: 'проверка полноты' },
        { id: 'p2', number: '2', actors: [], text: 'исполнитель готовит ответ' },
        { id: 'x1', actors: [], text: 'выдача' },
      ]),
    );
    expect(lines.slice(3, 7)).toEqual([
      'процедура 1 – специалист регистрирует заявление;',
      'условие 1 – проверка полноты;',
      '2) исполнитель готовит ответ;',
      'выдача.',
    ]);
  });

  it('puts a term behind the words that lack it, and several below them', () => {
    const lines = textOf(
      withSteps([
        {
          id: 'p1',
          number: '1',
          actors: [],
          text: 'регистрация',
          terms: [{ raw: '15 минут', amount: 15, unit: 'minute', bound: 'exact' }],
        },
        {
          id: 'p2',
          number: '2',
          actors: [],
          text: 'ответ в течение 2 дней',
          terms: [{ raw: 'в течение 2 дней', amount: 2, ...day }],
        },
        {
          id: 'p3',
          number: '3',
          actors: [],
          text: 'решение',
          terms: [
            { raw: 'в течение 4 дней (без образца)', amount: 4, ...day },
            { raw: 'в течение 30 дней (с образцом)', amount: 30, ...day },
          ],
        },
        {
          id: 'p4',
          number: '4',
          actors: [],
          text: null,
          terms: [{ raw: null, amount: null, unit: null, bound: 'exact' }],
        },
      ]),
    );
    expect(lines.slice(3, 9)).toEqual([
      '1) регистрация – 15 минут;',
      '2) ответ в течение 2 дней;',
      '3) решение:',
      'в течение 4 дней (без образца);',
      'в течение 30 дней (с образцом);',
      '4) [утрачено в источнике] – [утрачено в источнике].',
    ]);
  });

  it('writes a second step of the same number as a paragraph, and a variant under its title', () => {
    const steps = [
      { id: 'p1a', number: '1', actors: [], text: 'отказ, если пакет не полный', appliesTo: ['issue'] },
      { id: 'p1b', number: '1', actors: [], text: 'запрос, если пакет полный' },
    ];
    expect(textOf(withSteps(steps)).slice(3, 5)).toEqual([
      '1) отказ, если пакет не полный;',
      'запрос, если пакет полный.',
    ]);
    const base = withSteps(steps);
    const variants = [
      { id: 'issue', name: 'выдача', condition: 'при выдаче' },
      { id: 'reissue', name: 'при переоформлении' },
    ];
    const apart = { ...base, process: { internal: { clause: '5', steps, variants } } };
    expect(textOf(apart).slice(3, 8)).toEqual([
      '1) при выдаче:',
      '1) отказ, если пакет не полный;',
      'запрос, если пакет полный;',
      '2) при переоформлении:',
      '1) запрос, если пакет полный.',
    ]);
  });

  it('speaks Kazakh as the act of 2012 does: numbered items, the number before the word', () => {
    const lines = textOf(regulationAt('mint-364-2012/weapons-licence'));
    expect(lines.find((line) => line.includes('1-процесс'))).toMatch(/^2\) 1-процесс – тұтынушының компьютерінің/);
    expect(lines.find((line) => line.includes('4-шарт'))).toMatch(/^14\) 4-шарт – лицензия беру үшін/);
  });

  it('takes the other language from the data alone: ours is marked, what is missing is said', () => {
    const regulation = withSteps([
      { id: 'p1', number: '1', word: 'процедура', actors: [], text: { ru: 'регистрация', kk: 'тіркеу' } },
      { id: 'p2', number: '2', word: 'процедура', actors: [], text: { ru: 'подпись', kk: 'қол қою', origin: 'ours' } },
      { id: 'c1', number: '1', word: 'условие', actors: [], text: 'проверка' },
    ]);
    const lines = textOf(regulation, { lang: 'kk' });
    expect(lines.filter((line) => /рәсім|шарт/.test(line))).toEqual([
      '1-рәсім – тіркеу;',
      '2-рәсім – қол қою*;',
      '1-шарт – [қазақ тілінде мәтіні жоқ].',
    ]);
    expect(lines.at(-2)).toBe('* біздің сөздеріміз: актіде бұл айтылмаған');
  });

  it('stands in clauses of their order, and begins each with the words of the act', () => {
    const lines = textOf(regulationAt('mint-102-2014/transit-permit'));
    expect(lines.filter((line) => /^\d+[.)] /.test(line)).map((line) => line.slice(0, 15))).toEqual([
      '5. Содержание к',
      '9. Описание пор',
      '1) описание пос',
      '2) описание пор',
    ]);
  });

  it('is a Word document of paragraphs that can be pasted', async () => {
    const made = making(regulationAt('mint-364-2012/weapons-licence'));
    const lines = clauseLines(clausesOf(made), 'қызмет', texts.kk.clauses);
    const bytes = await writeWord(
      linesAsDocument(lines, 'kk'),
      { date: '2012-10-05T00:00:00+06:00' },
      () => new Uint8Array(),
    );
    const body = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
    expect(body.match(/<w:p>/g)?.length).toBe(lines.length);
    expect(body).toContain('2) 1-процесс – тұтынушының');
    expect(body).not.toContain('<w:tbl>');
  });
});

describe("how it differs from the act's own clause", () => {
  const steps = [
    {
      id: 'p1',
      number: '1',
      actors: [],
      text: 'регистрация',
      terms: [{ raw: '15 минут', amount: 15, unit: 'minute' as const, bound: 'exact' as const }],
    },
    { id: 'p2', number: '2', actors: [], text: 'подпись' },
    { id: 'p3', number: '3', actors: [], text: 'выдача' },
  ];
  const clause = { id: 'clause-5', kind: 'clause', flow: 'internal', place: '5' } as const;
  const told = (items: Regulation['tellings'][number]['items'], more: Partial<Regulation> = {}): Regulation =>
    withSteps(steps, { tellings: [{ ...clause, items }], ...more });

  it('is nothing where the act says the same, and unknown where its words are not there', () => {
    expect(differences(told([{ step: 'p1' }, { step: 'p2' }, { step: 'p3' }]))).toEqual([]);
    const made = making(withSteps(steps));
    expect(clausesOf(made).map(({ parts }) => parts.map((part) => clauseDifferences(part, made)))).toEqual([
      [undefined],
    ]);
  });

  it('names steps that are missing, added, told in another order', () => {
    const found = differences(told([{ step: 'p3' }, { step: 'p1' }, { step: null, number: '4', text: 'архив' }]));
    expect(found).toEqual([
      { kind: 'missing', label: '2)', derived: '2) подпись' },
      { kind: 'extra', label: '4', act: 'архив' },
      { kind: 'order', act: '3), 1)', derived: '1), 3)' },
    ]);
  });

  it('names numbers, words and terms, with the mark that explains them', () => {
    const found = differences(
      told(
        [
          { step: 'p1', term: '20 минут' },
          { step: 'p2', text: 'подпись руководства', number: '5' },
          { step: 'p3', text: null },
        ],
        {
          marks: [{ at: '/tellings/clause-5/items/p2/text', kind: 'drafter-error', why: 'лишнее слово' }],
        },
      ),
    );
    expect(found).toEqual([
      { kind: 'term', label: '1)', act: '20 минут', derived: '15 минут' },
      { kind: 'number', label: '2)', act: '5', derived: '2' },
      { kind: 'text', label: '2)', act: 'подпись руководства', derived: 'подпись', why: 'лишнее слово' },
      { kind: 'text', label: '3)', act: null, derived: 'выдача' },
    ]);
  });

  it('says where the act promises terms and its clause names none', () => {
    const items = [{ step: 'p1', src: [7, 7] as [number, number] }, { step: 'p2' }, { step: 'p3' }];
    expect(differences(told(items), { says: () => false })).toEqual([
      { kind: 'unsaid', label: '1)', derived: '15 минут' },
    ]);
    expect(differences(told(items), { says: () => true })).toEqual([]);
    const silent = told(items, { clauses: [{ n: '5', text: 'Порядок действий:' }] });
    expect(textOf(silent, { says: () => false })).toContain('1) регистрация;');
  });
});
