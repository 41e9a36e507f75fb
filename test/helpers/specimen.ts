import type { Block, Inline, LayoutDocument } from '../../src/layout/index.ts';
import { a4, paragraph, text } from './pages.ts';

const p = (words: string, more: Partial<Extract<Block, { kind: 'paragraph' }>> = {}): Block => ({
  ...paragraph(words),
  ...more,
});
const bold = (words: string): Inline => ({ kind: 'text', text: words, bold: true });

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
              p('ҚАЗАҚСТАН РЕСПУБЛИКАСЫ ЭНЕРГЕТИКА МИНИСТРЛІГІ', { align: 'center', bold: true, hyphenate: false }),
            ],
            right: [
              p('МИНИСТЕРСТВО ЭНЕРГЕТИКИ РЕСПУБЛИКИ КАЗАХСТАН', { align: 'center', bold: true, hyphenate: false }),
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
              p(
                'Тау-кен және химия өндірістерін жобалау (технологиялық) және (немесе) пайдалану жөніндегі қызметті жүзеге асыруға арналған лицензия берілді.',
                { align: 'justify' },
              ),
            ],
            right: [
              p(
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
            cells: ['№', 'Кіші түрі / Подвид', 'Негіз / Основание', 'Код', 'Саны / Кол-во'].map((words) => ({
              content: [p(words, { bold: true })],
            })),
          },
        ],
        body: [1, 2, 3, 4, 5].map((row) => ({
          cells: [
            { content: [p(String(row), { align: 'center' })] },
            { content: [p('Добыча твёрдых полезных ископаемых (за исключением общераспространённых)')] },
            { content: [p(`Приказ № ${n * 7 + row} от 3 марта 2020 г.`)] },
            { content: [p(`2603 0${row} 000 ${row}`)] },
            { content: [p(`${row * 12} 500`, { align: 'right' })] },
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
                  p('Осы құжат қағаз тасығыштағы құжатпен бірдей.', { sizePt: 7.5, lang: 'kk', after: 1 }),
                  p('Данный документ равнозначен документу на бумажном носителе.', { sizePt: 7.5 }),
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
            p('«Қазақстан Республикасы Индустрия және инфрақұрылымдық даму министрлігі» мемлекеттік мекемесі', {
              align: 'center',
              bold: true,
              sizePt: 11,
            }),
          ],
          right: [
            p('Государственное учреждение «Министерство индустрии и инфраструктурного развития Республики Казахстан»', {
              align: 'center',
              bold: true,
              sizePt: 11,
            }),
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
        p(`Товариществу с ограниченной ответственностью «Тұлпар ${n}»`),
        p('050000, г. Алматы, ул. Абая, д. 10'),
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
    p(`${cause}${cause}`, { align: 'justify', indent: 12.5 }),
    p('На основании изложенного в выдаче лицензии отказано по следующим основаниям:', {
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
          p(`Заявитель не соответствует квалификационным требованиям, дело № ${n}, п. 3 приложения.`, {
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
          cells: ['№', 'Требование', 'Установлено', 'Документ'].map((words) => ({
            content: [p(words, { bold: true })],
          })),
        },
      ],
      body: Array.from({ length: 11 }, (_, row) => ({
        cells: [
          { content: [p(String(row + 1), { align: 'center' })] },
          {
            content: [
              p('Наличие специализированного транспортного средства, отвечающего требованиям безопасности перевозки'),
            ],
          },
          { content: [p(`Сведения не подтверждены: запрос № ${n * 13 + row} оставлен без ответа`)] },
          { content: [p(`Договор № ${row + 40}/${n}`)] },
        ],
      })),
    },
    p(
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

/** One of every block, to be proved by the checkers of the format; no document of the law. */
export const everyBlock = (): LayoutDocument => ({
  ...a4([
    { kind: 'heading', level: 1, align: 'center', content: text('Расписка о приёме документов'), after: 3 },
    {
      kind: 'field',
      label: text('Өтініш беруші / Заявитель:'),
      value: text('Әбілқасымова Ғалия Құрманғазықызы'),
      caption: text('(Т.А.Ә. / Ф.И.О.)'),
    },
    { kind: 'field', label: text('Телефон:'), anchor: 'phone', before: 2 },
    {
      kind: 'field',
      label: text('Пожелания и замечания, которые Вы хотели бы передать руководителю услугодателя:'),
      lines: 3,
      anchor: 'remarks',
      before: 2,
    },
    {
      kind: 'checkbox',
      checked: true,
      content: text('согласен на использование сведений, составляющих охраняемую законом тайну'),
      before: 3,
      anchor: 'consent',
    },
    {
      kind: 'checkbox',
      checked: false,
      size: 5,
      content: text('келісімімді бермеймін'),
      lang: 'kk',
      before: 1,
      anchor: 'refusal',
    },
    {
      kind: 'list',
      before: 3,
      ordered: false,
      items: [
        {
          content: [
            p('устав в 2 экз.'),
            { kind: 'list', ordered: true, items: [{ label: 'а)', content: [p('нотариально заверенная копия;')] }] },
          ],
        },
        {
          label: '—',
          content: [
            {
              kind: 'paragraph',
              content: [
                ...text('ссылка на '),
                { kind: 'text', text: 'ст. 20', underline: true, italic: true },
                ...text(' и '),
                { kind: 'text', text: 'заңның 20-бабы', lang: 'kk', bold: true, italic: true },
              ],
            },
          ],
        },
      ],
    },
    {
      kind: 'table',
      before: 4,
      columns: [{ width: 40 }, { share: 1 }, { share: 1 }],
      summary: 'Сроки',
      head: [
        {
          cells: [
            { content: [p('Вид')], rowspan: 2 },
            { content: [p('Срок, рабочих дней')], colspan: 2 },
          ],
        },
        { cells: [{ content: [p('выдача')] }, { content: [p('дубликат')] }] },
      ],
      body: [
        {
          cells: [
            { header: true, rowspan: 2, valign: 'middle', content: [p('Лицензия')] },
            { content: [p('15')], align: 'center' },
            { content: [], align: 'center' },
          ],
        },
        {
          cells: [
            { content: [p('30 (экспортный контроль)')], align: 'center' },
            { content: [p('2')], align: 'center' },
          ],
        },
      ],
    },
    {
      kind: 'box-form',
      before: 5,
      sizePt: 10,
      columns: [{ share: 1 }, { share: 1 }, { share: 1 }, { share: 1 }],
      rows: [
        {
          boxes: [
            { number: '1', caption: text('Лицензия №'), content: [p('0101820200010001')], colspan: 2 },
            { number: '2', caption: text('Период действия'), content: [p('с 04.03.2020 по 31.12.2020')], colspan: 2 },
          ],
        },
        {
          boxes: [
            { number: '3', caption: text('Вид лицензии'), content: [p('разовая')] },
            { number: '4', caption: text('Контракт'), content: [p('№ 12/К')] },
            {
              number: '5',
              caption: text('Заявитель'),
              content: [p('ТОО «Тұлпар», г. Алматы')],
              colspan: 2,
              rowspan: 2,
            },
          ],
        },
        {
          boxes: [{ number: '6', caption: text('Страна назначения'), content: [p('Республика Польша')], colspan: 2 }],
          minHeight: 14,
        },
      ],
    },
    {
      kind: 'signature',
      before: 8,
      post: text('Работник отдела'),
      name: text('Б. С. Үмбетов'),
      caption: text('(подпись)'),
    },
    { kind: 'seal', label: 'М.О.', lang: 'kk', size: 25 },
    { kind: 'cut-line', content: text('қию сызығы / линия отреза'), before: 3, after: 3 },
    {
      kind: 'barcode',
      symbology: 'code128',
      value: 'KZ-2020-000123',
      alt: 'Штрих-код: KZ-2020-000123',
      printValue: true,
      align: 'right',
    },
    { kind: 'rule', before: 3, after: 3, width: 60, align: 'center' },
    { kind: 'page-break' },
    { kind: 'heading', level: 2, content: text('Екінші бет'), lang: 'kk' },
    {
      kind: 'group',
      border: true,
      keepTogether: true,
      left: 5,
      right: 5,
      content: [p('Бір топ', { lang: 'kk' }), p('держится вместе')],
    },
    {
      kind: 'format',
      page: { size: 'A3', orientation: 'landscape', margins: { top: 15, right: 15, bottom: 15, left: 15 } },
    },
    { kind: 'heading', level: 2, content: text('Широкая страница') },
    p('Пункт 1-сынып, № 5, г. Алматы.'),
  ]),
  title: 'Расписка',
  footer: [{ ...numbered }],
  header: [p('Приложение 1', { align: 'right', sizePt: 9 })],
  watermark: 'ҮЛГІ / ОБРАЗЕЦ',
  registrationMarks: true,
});
