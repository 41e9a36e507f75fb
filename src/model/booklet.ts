import { z } from 'zod';

const Words = z.strictObject({
  title: z.string().describe('{service}: название файла'),
  subject: z.string().describe('{kind}, {number}, {date}'),
  act: z.strictObject({ order: z.string(), resolution: z.string() }),
  head: z.array(z.enum(['label', 'heading'])).describe('порядок строк шапки'),
  label: z.string().describe('{number}: «Приложение 2»'),
  unnumbered: z.string(),
  heading: z.string().describe('{service}: если источник её утратил'),
  form: z.string().describe('пометка «форма» над анкетой, если её нет в акте'),
  continued: z.string().describe('над второй частью таблицы и на следующих страницах'),
  lost: z.string().describe('в ячейке, которую утратил источник'),
  numberLost: z.string().describe('при номере приложения, который утратил источник'),
  sheet: z.string().describe('{sheet}, {sheets}'),
  variant: z.string().describe('{variant}'),
  table: z.strictObject({
    title: z.string(),
    summary: z.string().describe('{title}, {steps}: для читающих вслух'),
    number: z.string(),
    actor: z.string(),
    text: z.string(),
    result: z.string(),
    term: z.string(),
    next: z.string(),
    answer: z.string().describe('{number}, {answer}'),
    yes: z.string(),
    no: z.string(),
    none: z.string().describe('дальше ничего нет'),
  }),
  clauses: z.strictObject({
    title: z.string().describe('{clause}'),
    step: z.string().describe('{word}, {number}, {text}'),
    numbered: z.string().describe('{number}, {text}: номер без слова'),
    plain: z.string().describe('{text}: шаг не нумерован'),
    term: z.string().describe('{text}, {term}: срок, которого нет в словах шага'),
    differences: z.string(),
    same: z.string(),
    place: z.string().describe('{place}, {step}'),
    clause: z.string().describe('{place}'),
    act: z.string().describe('{text}'),
    derived: z.string().describe('{text}'),
    missing: z.string(),
    extra: z.string(),
    order: z.string(),
    words: z.strictObject({ p: z.string(), c: z.string(), x: z.string() }),
  }),
});

/** The words of a booklet of appendices that no act gives, by language; `templates/booklet/texts.yaml`. */
export const BookletTexts = z.strictObject({ ru: Words, kk: Words });
export type BookletTexts = z.infer<typeof BookletTexts>;
/** Those of one language. */
export type BookletWords = z.infer<typeof Words>;
