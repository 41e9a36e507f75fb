import { describe, expect, it } from 'vitest';
import { importAct } from '../../../src/import/index.ts';
import { readDocument } from '../../../src/source/plain.ts';

const before = `Постановление акимата Тестовой области от 1 марта 2016 года № 7. Зарегистрировано 2 апреля 2016 года № 71

1. Утвердить прилагаемый регламент государственной услуги "Выдача справки".

Утвержден постановлением акимата Тестовой области от 1 марта 2016 года № 7

Регламент государственной услуги "Выдача справки"

1. Общие положения

1. Государственная услуга оказывается отделом занятости (далее – услугодатель).

2. Порядок действий

2. Содержание каждой процедуры (действия), входящей в состав процесса оказания государственной услуги:
1) специалист регистрирует документы;
2) исполнитель готовит справку;
3) руководитель подписывает справку.

Приложение 1
к регламенту государственной услуги "Выдача справки"

Описание последовательности процедур (действий)
`;

function read(table: string) {
  const document = readDocument(Buffer.from(`${before}\n${table}\n`), 'text.txt');
  const done = document.ok ? importAct(document.value, 'text.txt') : document;
  if (!done.ok) throw new Error(JSON.stringify(done.findings));
  const data = done.value.files[1]?.data;
  if (!data || !('process' in data)) throw new Error('no regulation');
  const leftovers = done.findings.filter((one) => one.code === 'import-leftover');
  return { telling: data.tellings.find((one) => one.kind === 'table'), steps: data.process.internal?.steps, leftovers };
}

describe('tables of steps', () => {
  it('rows without a column of numbers are counted', () => {
    const { telling } = read(
      'Исполнитель\tСодержание действия\tСрок исполнения\nСпециалист\tРегистрация документов\t15 минут\nИсполнитель\tПодготовка справки\t2 дня\nРуководитель\tПодписание справки\t1 час',
    );
    expect(telling?.items.map(({ number, actor, term }) => [number, actor, term])).toEqual([
      ['1', 'Специалист', '15 минут'],
      ['2', 'Исполнитель', '2 дня'],
      ['3', 'Руководитель', '1 час'],
    ]);
  });
  it('of two columns of one kind neither is lost', () => {
    const { telling } = read(
      '№\tИсполнитель\tДействие\tОписание действия\n1\tСпециалист\tРегистрация\tв журнале\n2\tИсполнитель\tПодготовка\tпо образцу',
    );
    expect(telling?.items.map(({ text, cells }) => [text, cells])).toEqual([
      ['Регистрация', ['в журнале']],
      ['Подготовка', ['по образцу']],
    ]);
  });
  it('rows under one number are one step', () => {
    const { telling } = read(
      '№\tИсполнитель\tСодержание действия\tСрок\n1\tСпециалист\tРегистрация документов\t15 минут\n\t\tВыдача расписки\t\n2\tИсполнитель\tПодготовка справки\t2 дня\n3\tРуководитель\tПодписание справки\t1 час',
    );
    expect(telling?.items[0]).toMatchObject({ text: 'Регистрация документов Выдача расписки', term: '15 минут' });
    expect(telling?.items).toHaveLength(3);
  });
  it('a row that belongs to no step is left over, not dropped', () => {
    const { telling, leftovers } = read(
      '№\tИсполнитель\tСодержание действия\tСрок\n1\tСпециалист\tРегистрация документов\t15 минут\n2\tИсполнитель\tПодготовка справки\t2 дня\n3\tРуководитель\tПодписание справки\t1 час\nИтого\tтри работника\tтри действия\t2 дня',
    );
    expect(telling?.items).toHaveLength(3);
    expect(JSON.stringify(leftovers)).toContain('три действия');
  });
  it('terms of a table that counts actions of its own stay in the table', () => {
    const { telling, steps } = read(
      '№ действия\t1\t2\t3\nНаименование СФЕ\tУслугополучатель\tСпециалист\tИсполнитель\nНаименование действия\tПодача заявления\tРегистрация документов\tПодготовка справки\nСрок исполнения\t1 минута\t15 минут\t2 дня',
    );
    expect(telling?.items.map(({ term }) => term)).toEqual(['1 минута', '15 минут', '2 дня']);
    expect(steps?.flatMap((step) => step.terms ?? [])).toEqual([]);
  });
});

describe('tables of a page with spans', () => {
  const page = (table: string): string[] => {
    const document = readDocument(Buffer.from(`<html><body><p>Таблица</p>${table}</body></html>`), 'text.html');
    return document.ok ? document.value.lines.map(({ text }) => text) : [];
  };
  it('a cell over several rows or columns holds for each of them', () => {
    expect(
      page(
        '<table><tr><th rowspan=2>№</th><th colspan=2>Действие</th></tr><tr><th>Что</th><th>Срок</th></tr><tr><td>1</td><td>а</td><td rowspan="2">день</td></tr><tr><td>2</td><td>б</td></tr></table>',
      ),
    ).toEqual(['Таблица', '№\tДействие\tДействие', '№\tЧто\tСрок', '1\tа\tдень', '2\tб\tдень']);
  });
  it('entries of a numbered list have the numbers that a browser writes', () => {
    const list = '<ol><li>а<ol><li>б</li><li>2) в</li></ol></li><li>г</li></ol><ul><li>д</li></ul><p>е</p><p>ж</p>';
    expect(page(list)).toEqual(['Таблица', '1. а', '1) б', '2) в', '2. г', 'д', 'е', 'ж']);
  });
  it('a title over the whole table is told once', () => {
    expect(page('<table><tr><td colspan=3>Действия</td></tr><tr><td>1</td><td>2</td><td>3</td></tr></table>')[1]).toBe(
      'Действия\t\t',
    );
  });
});
