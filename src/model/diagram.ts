import * as z from 'zod';
import { LegendSymbol } from './kinds.ts';

const Words = z.strictObject({
  yes: z.string(),
  no: z.string(),
  application: z.string().describe('начало блок-схемы'),
  result: z.string().describe('конец, если акт не называет результата'),
  refusal: z.string(),
  ofClause: z.string().describe('слово с номером из другого пункта: {head}, {clause}'),
  numbered: z.string().describe('слово с номером: «{word} {number}»'),
  partner: z.string().describe('второй исполнитель шага: {name}'),
  unnamed: z.string().describe('дорожка шагов, исполнителя которых акт не называет'),
  lost: z.string().describe('вместо утраченных слов'),
  otherFlow: z.string().describe('ссылка на другой поток: {clause}'),
  appendix: z.string().describe('{number}, {title}'),
  variant: z.string().describe('{title}, {variant}'),
  sheet: z.string().describe('{title}, {sheet}, {sheets}'),
  notInAct: z.string().describe('{title}: вид, которого акт не предусматривает'),
  asFiled: z.string().describe('{title}, {place}: рассказ акта с его ошибками'),
  counts: z.string().describe('{steps}, {conditions}, {lanes}'),
  legend: z.string(),
  views: z.strictObject({
    'block-scheme': z.string(),
    'portal-provider': z.string(),
    'portal-recipient': z.string(),
    corporation: z.string(),
    'corporation-pickup': z.string(),
  }),
  changes: z
    .strictObject({
      title: z.string().describe('{title}'),
      added: z.string(),
      removed: z.string(),
      changed: z.string(),
      number: z.string().describe('{value}: номер, который был'),
      term: z.string().describe('{value}: срок, который был'),
      actor: z.string().describe('{value}: исполнитель, который был'),
      moved: z.string(),
    })
    .describe('слова рисунка изменений'),
  symbols: z.record(LegendSymbol, z.string()),
  scheme: z.strictObject({
    start: z.string(),
    step: z.string(),
    condition: z.string(),
    result: z.string(),
    refusal: z.string(),
    next: z.string(),
  }),
});

/** The words of diagrams that no act gives, by language; `templates/diagrams.yaml`. */
export const DiagramWords = z.strictObject({ ru: Words, kk: Words });
export type DiagramWords = z.infer<typeof DiagramWords>;
/** Those of one language. */
export type ViewWords = z.infer<typeof Words>;

const StepOfSheet = z.string().describe('узел, с которого начинается следующий лист');

/** How one picture is laid out, where the default is not the best; chosen by hand or by `--optimise`. */
export const ViewHints = z.strictObject({
  order: z.enum(['yes-first', 'no-first']).optional().describe('какая ветвь стоит первой'),
  across: z
    .enum(['ranked', 'free'])
    .optional()
    .describe('ranked — стрелки между дорожками задают порядок строк; free — не задают'),
  ends: z.enum(['in-place', 'recipient']).optional().describe('где стоят концы: в дорожке шага или получателя'),
  wrap: z.int().min(100).max(400).optional().describe('ширина строки в фигуре, px'),
  lanes: z.array(z.string()).optional().describe('порядок дорожек, id участников'),
  sheets: z.array(StepOfSheet).optional().describe('узлы, с которых начинаются листы после первого'),
  paper: z.enum(['A4', 'A3']).optional(),
});
export type ViewHints = z.infer<typeof ViewHints>;

/** `diagrams/<act>/<service>/layout.yaml`: hints by the name of the view. */
export const DiagramLayout = z.record(z.string(), ViewHints);
export type DiagramLayout = z.infer<typeof DiagramLayout>;
