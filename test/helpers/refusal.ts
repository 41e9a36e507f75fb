import type { LayoutDocument } from '../../src/layout/index.ts';
import { a4, numbered, paragraph, text } from './pages.ts';

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
