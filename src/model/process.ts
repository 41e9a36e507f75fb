import * as z from 'zod';
import { FlowName } from './kinds.ts';
import { Id, LostText, Source, Text } from './text.ts';
import { Term } from './term.ts';

/** Something the act says, with its lines. */
export const Said = z.strictObject({ text: LostText, src: Source.optional() });
/** A numbered entry of a list of the act. */
export const Numbered = z.strictObject({
  n: z.string().describe('номер, как напечатан'),
  text: LostText,
  src: Source.optional(),
});

export const Participant = z.strictObject({
  id: Id,
  kind: z.enum(['unit', 'system', 'provider', 'recipient', 'corporation', 'state-body']),
  name: LostText.describe('полное имя, как в перечне'),
  short: Text.optional().describe('сокращение акта (ИС ГБД ЕЛ)'),
  aliases: z.array(z.string()).optional().describe('другие имена и падежи в этом акте'),
  listed: z.string().optional().describe('номер в перечне СФЕ / подразделений; нет ключа — в перечне не назван'),
  src: Source.optional(),
});
export type Participant = z.infer<typeof Participant>;

/** `p4`, `c1`, `x1`, with a letter where one printed number holds several steps (`p3a`). */
export const StepId = z
  .string()
  .regex(
    /^[pcx]\d+[a-z]?$/,
    'p (step), c (condition) or x (not numbered), a number, a letter if needed: p4, c1, x1, p3a',
  );

export const Next = z.strictObject({
  to: z.string().describe('id шага этого потока (p5) или другого (internal.p1)'),
  when: z
    .union([z.enum(['yes', 'no']), Text])
    .optional()
    .describe('yes/no после условия; иначе слова'),
});
export type Next = z.infer<typeof Next>;

export const Step = z.strictObject({
  id: StepId,
  number: z
    .union([z.string(), z.null()])
    .optional()
    .describe('номер, как напечатан; null — утрачен; нет ключа — не нумерован'),
  word: z
    .string()
    .optional()
    .describe('слово при номере: процедура, процесс, условие, үдеріс, шарт; нет ключа — номер без слова'),
  actors: z.array(z.string()).max(2).describe('кто делает: id участников; пусто — акт не говорит'),
  text: LostText.describe('слова акта без номера и слова «процедура N»'),
  short: Text.optional().describe('короткая запись для фигуры (для условия — вопрос); наша'),
  terms: z.array(Term).optional(),
  appliesTo: z.array(z.string()).optional().describe('варианты, в которых шаг есть; нет ключа — во всех'),
  result: LostText.optional().describe('результат шага, если акт его называет'),
  next: z.array(Next).optional().describe('куда дальше; нет ключа — конец'),
  end: z
    .enum(['result', 'refusal', 'error', 'stop'])
    .optional()
    .describe(
      'чем кончается, если next нет: result — результат; refusal — отказ; error — сообщение системы об отказе; stop — текст обрывается',
    ),
  outcome: z.array(z.string()).optional().describe('id из results, refusals или papers, которые шаг выпускает'),
  document: Text.optional().describe('электронный документ, передаваемый получателю'),
  notes: z.array(Said).optional().describe('абзацы внутри шага'),
  src: Source.optional(),
});
export type Step = z.infer<typeof Step>;

/** One description of the process: its steps in the order of the act, a graph by `next`. */
export const Flow = z.strictObject({
  title: Text.optional().describe('как акт называет поток'),
  clause: z.string().describe('пункт: 5, 10.1'),
  lanes: z.array(z.string()).optional().describe('порядок дорожек, если не по участию'),
  variants: z
    .array(z.strictObject({ id: Id, name: Text, condition: Text.optional(), src: Source.optional() }))
    .optional(),
  start: Said.optional().describe('основание для начала'),
  steps: z.array(Step),
  term: z.array(Term).optional().describe('срок всего потока (длительность обработки запроса)'),
  src: Source.optional(),
});
export type Flow = z.infer<typeof Flow>;

const TellingItem = z.strictObject({
  step: z.union([z.string(), z.null()]).describe('id шага потока; null — такого шага в процессе нет'),
  number: z.union([z.string(), z.null()]).optional(),
  actor: LostText.optional(),
  text: LostText.optional(),
  result: LostText.optional(),
  term: LostText.optional().describe('ячейка или слова срока, дословно'),
  next: LostText.optional().describe('ячейка «№ следующей процедуры», дословно; "-" — прочерк'),
  cells: z.array(LostText).optional().describe('ячейки строк other, по порядку'),
  src: Source.optional(),
});
export type TellingItem = z.infer<typeof TellingItem>;

/** One place of the act that tells a flow: an ordered list that stores only what differs from the process. */
export const Telling = z.strictObject({
  id: Id,
  kind: z
    .enum(['clause', 'repeated-clause', 'results', 'table', 'drawing'])
    .describe(
      'clause — пункт; repeated-clause — пункт, который его повторяет; results — пункт о результатах шагов; table — таблица; drawing — рисунок',
    ),
  flow: FlowName,
  variant: z.string().optional().describe('вариант, если рассказ только о нём'),
  place: z.string().describe('пункт («5», «8») или «приложение 1»'),
  title: LostText.optional(),
  enumerated: z.boolean().optional().describe('шаги пункта стоят под номерами подпунктов: «2) процесс 1 – …»'),
  orientation: z.enum(['steps-as-columns', 'steps-as-rows']).optional(),
  rows: z
    .array(
      z.strictObject({
        field: z.enum(['number', 'actor', 'text', 'result', 'term', 'next', 'other']),
        label: LostText,
      }),
    )
    .optional()
    .describe('строки (графы) таблицы в порядке акта, с их названиями'),
  parts: z.array(z.int().positive()).optional().describe('сколько шагов в каждой части («продолжение таблицы»)'),
  lanes: z.array(Text).optional().describe('дорожки рисунка'),
  items: z.array(TellingItem),
  src: Source.optional(),
});
export type Telling = z.infer<typeof Telling>;
