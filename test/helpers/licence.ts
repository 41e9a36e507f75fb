import type { Inline, LayoutDocument } from '../../src/layout/index.ts';
import { a4, numbered, paragraph, text } from './pages.ts';

const bold = (content: string): Inline => ({ kind: 'text', text: content, bold: true });

const pair = (kk: string, ru: string, value: string, valueKk = value) => ({
  left: [{ ...paragraph(''), content: [bold(`${kk}: `), ...text(valueKk)], after: 1.5 }],
  right: [{ ...paragraph(''), content: [bold(`${ru}: `), ...text(value)], after: 1.5 }],
});

/** An invented bilingual licence on one page: columns, a table, a QR code, a Code 128. */
export const licence = (n = 1): LayoutDocument => {
  const id = `KZ12VWX${String(10_000_000 + n)}`;
  return {
    ...a4([
      {
        kind: 'columns',
        langs: ['kk', 'ru'],
        rows: [
          {
            left: [
              paragraph('ҚАЗАҚСТАН РЕСПУБЛИКАСЫ ЭНЕРГЕТИКА МИНИСТРЛІГІ', {
                align: 'center',
                bold: true,
                hyphenate: false,
              }),
            ],
            right: [
              paragraph('МИНИСТЕРСТВО ЭНЕРГЕТИКИ РЕСПУБЛИКИ КАЗАХСТАН', {
                align: 'center',
                bold: true,
                hyphenate: false,
              }),
            ],
          },
        ],
      },
      { kind: 'rule', thicknessPt: 1, before: 2, after: 4 },
      { kind: 'heading', level: 1, align: 'center', sizePt: 16, lang: 'ru', content: text('ЛИЦЕНЗИЯ'), after: 4 },
      {
        kind: 'columns',
        langs: ['kk', 'ru'],
        divider: true,
        rows: [
          pair('Лицензия нөмірі', 'Номер лицензии', id),
          pair('Берілген күні', 'Дата выдачи', '4 марта 2020 года', '2020 жылғы 4 наурыз'),
          pair(
            'Кімге берілді',
            'Выдана',
            `Товариществу с ограниченной ответственностью «Жетісу-Қоры ${n}», БИН 120340001234, 050000, г. Алматы, ул. Абая, д. 10`,
            `«Жетісу-Қоры ${n}» жауапкершілігі шектеулі серіктестігіне, БСН 120340001234, 050000, Алматы қ., Абай к-сі, 10-үй`,
          ),
          {
            left: [
              paragraph(
                'Тау-кен және химия өндірістерін жобалау (технологиялық) және (немесе) пайдалану жөніндегі қызметті жүзеге асыруға арналған лицензия берілді.',
                { align: 'justify' },
              ),
            ],
            right: [
              paragraph(
                'На занятие деятельностью по проектированию (технологическому) и (или) эксплуатации горных и химических производств в соответствии с законодательством.',
                { align: 'justify' },
              ),
            ],
          },
          pair('Ерекше шарттар', 'Особые условия', 'Неотчуждаемая, класс 1', 'Иеліктен шығарылмайтын, 1-сынып'),
        ],
      },
      { kind: 'spacer', height: 3 },
      {
        kind: 'table',
        sizePt: 10,
        columns: [{ width: 9 }, { share: 3 }, { share: 2 }, { width: 22 }, { width: 24 }],
        summary: 'Подвиды деятельности',
        head: [
          {
            cells: ['№', 'Кіші түрі / Подвид', 'Негіз / Основание', 'Код', 'Саны / Кол-во'].map((name) => ({
              content: [paragraph(name, { bold: true })],
            })),
          },
        ],
        body: [1, 2, 3, 4, 5].map((row) => ({
          cells: [
            { content: [paragraph(String(row), { align: 'center' })] },
            { content: [paragraph('Добыча твёрдых полезных ископаемых (за исключением общераспространённых)')] },
            { content: [paragraph(`Приказ № ${n * 7 + row} от 3 марта 2020 г.`)] },
            { content: [paragraph(`2603 0${row} 000 ${row}`)] },
            { content: [paragraph(`${row * 12} 500`, { align: 'right' })] },
          ],
        })),
      },
      {
        kind: 'signature',
        before: 8,
        lang: 'ru',
        post: text('Руководитель (уполномоченное лицо)'),
        name: text('Ә. Қ. Нұрғалиев'),
        caption: text('(қолы / подпись)'),
      },
      {
        kind: 'table',
        before: 6,
        borders: 'none',
        columns: [{ width: 30 }, { share: 1 }, { width: 62 }],
        body: [
          {
            cells: [
              {
                content: [
                  {
                    kind: 'barcode',
                    symbology: 'qr',
                    width: 26,
                    value: `https://elicense.kz/${id}`,
                    alt: `QR-код: адрес проверки лицензии ${id}`,
                  },
                ],
              },
              {
                content: [
                  paragraph('Осы құжат қағаз тасығыштағы құжатпен бірдей.', { sizePt: 7.5, lang: 'kk', after: 1 }),
                  paragraph('Данный документ равнозначен документу на бумажном носителе.', { sizePt: 7.5 }),
                ],
              },
              {
                content: [
                  {
                    kind: 'barcode',
                    symbology: 'code128',
                    width: 58,
                    height: 11,
                    value: id,
                    alt: `Штрих-код: ${id}`,
                    printValue: true,
                  },
                ],
              },
            ],
          },
        ],
      },
    ]),
    title: `Лицензия ${id}`,
    footer: [{ ...numbered }],
    sizePt: 11,
  };
};
