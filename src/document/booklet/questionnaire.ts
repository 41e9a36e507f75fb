import type { Block } from '../../layout/index.ts';
import type { BookletWords, Regulation } from '../../model/index.ts';
import { wordsOf } from './head.ts';
import { runsOf } from './table.ts';

/** The blank form of the questionnaire as the act prints it: the line for the name, the questions, their answers. */
export function questionnaireBlocks(regulation: Regulation, words: BookletWords): Block[] {
  const { questionnaire } = regulation;
  if (!questionnaire) return [];
  const making = { regulation };
  const label = wordsOf(questionnaire.nameLabel, making);
  const name: Block[] = [
    { kind: 'rule', before: 8 },
    {
      kind: 'paragraph',
      align: 'center',
      sizePt: 9,
      content: label === null ? runsOf(label, words) : [{ kind: 'text', text: `(${label})` }],
    },
  ];
  const questions = questionnaire.questions.flatMap(({ n, text, options }): Block[] => [
    {
      kind: 'paragraph',
      before: 6,
      after: 2,
      indent: 12.5,
      align: 'justify',
      keepWithNext: true,
      content: [{ kind: 'text', text: `${n}. ` }, ...runsOf(wordsOf(text, making), words)],
    },
    {
      kind: 'list',
      ordered: true,
      left: 12.5,
      items: options.map((option, index) => ({
        label: `${option.n})`,
        content: [
          {
            kind: 'paragraph',
            content: [
              ...runsOf(wordsOf(option.text, making), words),
              { kind: 'text', text: index < options.length - 1 ? ';' : '.' },
            ],
          },
        ],
      })),
    },
  ]);
  return [...(label === '' ? [] : name), ...questions];
}
