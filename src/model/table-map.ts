import * as z from 'zod';

const Names = z.record(z.string(), z.string()).default({});

/** A user's own names for the sheets and columns of a table (`--map FILE.yaml`). */
export const TableMap = z.strictObject({
  sheets: Names.describe(
    'лист или файл: вид документа (licence), таблица (goods, grounds, attachments, samples) или «-» — не читать',
  ),
  columns: Names.describe('столбец таблицы дел: собственное имя (applicant.bin) или «-» — не читать'),
  goods: Names.describe('столбцы таблицы товаров'),
  grounds: Names.describe('столбцы таблицы оснований отказа'),
  attachments: Names.describe('столбцы таблицы приложенных документов'),
  samples: Names.describe('столбцы таблицы образцов'),
  values: z
    .record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
    .default({})
    .describe('значения для всех дел, где столбца нет или ячейка пуста: собственное имя: значение'),
});
export type TableMap = z.infer<typeof TableMap>;
