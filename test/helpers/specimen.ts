import type { Block, Inline, LayoutDocument } from '../../src/layout/index.ts';
import { a4, paragraph, text } from './pages.ts';

const bold = (content: string): Inline => ({ kind: 'text', text: content, bold: true });

export const numbered: Block = {
  kind: 'paragraph',
  align: 'center',
  sizePt: 9,
  content: [
    { kind: 'page-number' },
    ...text('-бет, барлығы '),
    { kind: 'page-count' },
    ...text(' / стр. '),
    { kind: 'page-number' },
    ...text(' из '),
    { kind: 'page-count' },
  ],
};

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

const cause =
  'По результатам рассмотрения заявления и приложенных к нему документов установлено несоответствие заявителя квалификационным требованиям, предъявляемым к деятельности в сфере оборота взрывчатых веществ: представленные сведения о специализированных транспортных средствах не подтверждены, а договор на охрану складов утратил силу 31 декабря 2019 года (ст. 32 Закона Республики Казахстан «О разрешениях и уведомлениях»). ';

/** An invented refusal on two pages: letterhead, justified text, list, a long table with a repeated head, a QR code. */
export const refusal = (n = 1): LayoutDocument => ({
  ...a4([
    {
      kind: 'columns',
      langs: ['kk', 'ru'],
      rows: [
        {
          left: [
            paragraph('«Қазақстан Республикасы Индустрия және инфрақұрылымдық даму министрлігі» мемлекеттік мекемесі', {
              align: 'center',
              bold: true,
              sizePt: 11,
            }),
          ],
          right: [
            paragraph(
              'Государственное учреждение «Министерство индустрии и инфраструктурного развития Республики Казахстан»',
              {
                align: 'center',
                bold: true,
                sizePt: 11,
              },
            ),
          ],
        },
      ],
    },
    { kind: 'rule', before: 2, after: 3, thicknessPt: 1 },
    {
      kind: 'group',
      width: 75,
      position: 'right',
      content: [
        paragraph(`Товариществу с ограниченной ответственностью «Тұлпар ${n}»`),
        paragraph('050000, г. Алматы, ул. Абая, д. 10'),
      ],
    },
    {
      kind: 'heading',
      level: 1,
      before: 6,
      after: 4,
      align: 'center',
      content: text('МОТИВИРОВАННЫЙ ОТКАЗ в выдаче лицензии'),
    },
    paragraph(`${cause}${cause}`, { align: 'justify', indent: 12.5 }),
    paragraph('На основании изложенного в выдаче лицензии отказано по следующим основаниям:', {
      indent: 12.5,
      keepWithNext: true,
      align: 'justify',
      before: 1,
    }),
    {
      kind: 'list',
      ordered: true,
      left: 12.5,
      items: ['1)', '2)', '3)'].map((label) => ({
        label,
        content: [
          paragraph(`Заявитель не соответствует квалификационным требованиям, дело № ${n}, п. 3 приложения.`, {
            align: 'justify',
          }),
        ],
      })),
    },
    { kind: 'heading', level: 2, before: 4, after: 2, content: text('Перечень несоответствий') },
    {
      kind: 'table',
      sizePt: 10,
      columns: [{ width: 10 }, { share: 2 }, { share: 2 }, { width: 30 }],
      continuation: text('Продолжение таблицы'),
      head: [
        {
          cells: ['№', 'Требование', 'Установлено', 'Документ'].map((name) => ({
            content: [paragraph(name, { bold: true })],
          })),
        },
      ],
      body: Array.from({ length: 11 }, (_, row) => ({
        cells: [
          { content: [paragraph(String(row + 1), { align: 'center' })] },
          {
            content: [
              paragraph(
                'Наличие специализированного транспортного средства, отвечающего требованиям безопасности перевозки',
              ),
            ],
          },
          { content: [paragraph(`Сведения не подтверждены: запрос № ${n * 13 + row} оставлен без ответа`)] },
          { content: [paragraph(`Договор № ${row + 40}/${n}`)] },
        ],
      })),
    },
    paragraph(
      'После устранения причин отказа Вы вправе обратиться вновь. Отказ может быть обжалован в порядке, установленном законодательством Республики Казахстан.',
      {
        align: 'justify',
        indent: 12.5,
        before: 4,
      },
    ),
    {
      kind: 'signature',
      before: 8,
      post: text('Заместитель председателя Комитета индустриального развития'),
      name: text('Е. Н. Сәрсенбаев'),
      caption: text('(подпись)'),
    },
    {
      kind: 'barcode',
      before: 6,
      symbology: 'qr',
      width: 24,
      value: `https://elicense.kz/refusal/${n}`,
      alt: `QR-код: адрес проверки отказа ${n}`,
    },
  ]),
  title: `Мотивированный отказ ${n}`,
  footer: [{ ...numbered }],
});
