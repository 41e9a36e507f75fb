import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { label, safeLine, safeText } from '../../../src/diagram/escape.ts';
import { understand } from '../../helpers/mermaid.ts';

const hostile = [
  'лицензия "А" и "Б"',
  '`код` и ``',
  '№ 5 #quot; #35; &amp; &lt;',
  'a;b;c %% не комментарий %%{init: {}}%%',
  '**жирно** *курсив* __x__ ~~y~~',
  '1. пункт',
  '- дефис',
  '# заголовок',
  '[ссылка](http://x) ![рис](y) www.egov.kz a@b.kz https://egov.kz',
  'end subgraph --> |x| ::: click',
  '<b>x</b> <br/> <script>',
  '$$x$$ fa:fa-car',
  'Ә Ғ Қ Ң Ө Ұ Ү Һ І — «ё»',
  '(скобки) {фигурные} [квадратные] \\ обратная',
  'строка\nещё строка\r\n\tтабуляция',
];

const diagram = (text: string): string =>
  [
    'swimlane-beta TB',
    `  accTitle: ${safeLine(text) || 'без названия'}`,
    '  subgraph l["Дорожка"]',
    `    a[${label({ head: 'Процедура 1', text, foot: '(15 минут)' })}]`,
    '    b["конец"]',
    '  end',
    `  a -->|"${safeText(text) || 'да'}"| b`,
    '',
  ].join('\n');

async function expectWhole(text: string): Promise<void> {
  const { vertices, edges } = await understand(diagram(text));
  expect([...vertices.keys()].sort()).toEqual(['a', 'b']);
  expect(edges).toHaveLength(1);
  const inside = vertices.get('a')?.text ?? '';
  expect(inside).toContain('**Процедура 1**');
  expect(inside).toContain('**(15 минут)**');
  if (safeText(text)) expect(inside).toContain(safeText(text));
}

describe('text made safe for Mermaid', () => {
  it.each(hostile)('%s', expectWhole);

  it('any text at all leaves two figures and one arrow', async () => {
    await fc.assert(fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 60 }), expectWhole), { numRuns: 150 });
  });

  it('signs of Mermaid and Markdown in any order do too', async () => {
    const sign = fc.constantFrom(
      ...'`"#;%*_~<>[](){}|\\-=:@!$&/. \n'.split(''),
      'end',
      '1.',
      'а',
      'www.x',
      '%%',
      '-->',
      '"]',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(sign, { maxLength: 14 }).map((parts) => parts.join('')),
        expectWhole,
      ),
      { numRuns: 300 },
    );
  });

  it('keeps ordinary prose of the acts as it is', () => {
    const prose = 'Проверка соответствия услугополучателя требованиям (пункт 9 стандарта), № 102; ИИН/БИН – 15 %';
    expect(safeText(prose)).toBe(prose);
  });

  it('turns quotation marks into the acts’ own', () => {
    expect(safeText('веб-портал "Е-лицензирование" ("ЕЛ")')).toBe('веб-портал «Е-лицензирование» («ЕЛ»)');
  });
});
