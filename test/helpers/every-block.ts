import type { LayoutDocument } from '../../src/layout/index.ts';
import { a4, numbered, paragraph as p, text } from './pages.ts';

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
