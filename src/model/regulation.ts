import * as z from 'zod';
import { DocumentKind, FlowName, LegendSymbol } from './kinds.ts';
import { Flow, Numbered, Participant, Said, Telling } from './process.ts';
import { Id, Language, LostText, Mark, Source, Text } from './text.ts';
import { TotalTerm } from './term.ts';

/** What a service may end in or hand out: read from here, never from code. */
export const ServiceOutcome = z.strictObject({
  id: Id,
  kinds: z
    .array(DocumentKind)
    .describe('виды документов, в которых это выдаётся; пусто — бланка такого документа здесь нет'),
  text: LostText,
  place: z.string().describe('пункт, который это объявляет'),
  forms: z.array(z.enum(['electronic', 'paper'])).optional(),
  grounds: Said.optional().describe('основания отказа, как их называет акт («пункт 10 стандарта»)'),
  src: Source.optional(),
});
export type ServiceOutcome = z.infer<typeof ServiceOutcome>;

export const AppendixView = z.strictObject({
  view: z.enum(['results-table', 'block-scheme', 'interaction', 'legend', 'questionnaire']),
  flow: FlowName.optional(),
  telling: z.string().optional().describe('id рассказа (таблица, рисунок)'),
  title: LostText.optional().describe('название внутри приложения'),
  src: Source.optional(),
});
export type AppendixView = z.infer<typeof AppendixView>;

export const Appendix = z.strictObject({
  number: z.union([z.string(), z.null()]).describe('null — номер утрачен или не напечатан'),
  title: LostText.optional(),
  heading: LostText.optional().describe('«к регламенту государственной услуги …»'),
  form: Text.optional().describe('пометка «Форма» / «Нысаны»'),
  contains: z.array(AppendixView),
  src: Source.optional(),
});
export type Appendix = z.infer<typeof Appendix>;

export const Question = z.strictObject({
  id: z.enum(['quality', 'accessibility']),
  n: z.string(),
  text: LostText,
  options: z.array(Numbered),
  src: Source.optional(),
});
export type Question = z.infer<typeof Question>;

/** One regulation of one state service: everything that its act says of it, in the act's own words. */
export const Regulation = z.strictObject({
  number: z.string().describe('номер приложения к акту (пункт перечня)'),
  lang: Language.describe('язык акта: на нём все простые строки этого файла'),
  src: Source.optional().describe('строки source.txt; у регламента с нуля их нет'),
  title: Text.describe('название услуги без кавычек'),
  heading: Text.optional().describe('заголовок регламента'),
  provider: z.strictObject({
    name: Text.describe('именительный падеж'),
    short: Text.optional(),
    text: LostText.optional().describe('слова пункта 1'),
    src: Source.optional(),
  }),
  standard: z.strictObject({
    title: LostText.optional(),
    act: LostText.describe('реквизиты акта, утвердившего стандарт'),
    documents: Text.optional().describe('ссылка на перечень документов: «пункт 9 стандарта»'),
    src: Source.optional(),
  }),
  forms: z.strictObject({
    service: LostText.optional(),
    result: LostText.optional(),
    automation: Text.optional().describe('степень автоматизации'),
    kind: Text.optional().describe('вид оказания (транзакционная)'),
  }),
  channels: z.array(
    z.strictObject({
      kind: z.enum(['provider', 'portal', 'corporation']),
      name: Text,
      url: z.string().optional(),
      src: Source.optional(),
    }),
  ),
  results: z.array(ServiceOutcome),
  refusals: z.array(ServiceOutcome),
  papers: z
    .array(ServiceOutcome)
    .optional()
    .describe('бумаги внутри процесса: расписки, согласие, уведомления, отметка о получении'),
  totalTerm: z.array(TotalTerm).optional(),
  chapters: z.array(z.strictObject({ n: z.string(), title: LostText, src: Source.optional() })),
  clauses: z
    .array(
      z.strictObject({
        n: z.string(),
        text: LostText.describe('слова пункта; перечни, разобранные в других разделах, не повторяются'),
        items: z.array(Numbered).optional(),
        more: z.array(Said).optional().describe('дальнейшие абзацы'),
        src: Source.optional(),
      }),
    )
    .describe('пункты регламента по порядку'),
  glossary: z
    .array(
      z.strictObject({
        n: z.string(),
        term: LostText,
        abbreviation: z.string().optional(),
        definition: LostText,
        src: Source.optional(),
      }),
    )
    .optional(),
  abbreviations: z
    .array(z.strictObject({ short: z.string(), full: Text, src: Source.optional() }))
    .optional()
    .describe('«… (далее – X)» в тексте'),
  participants: z.array(Participant),
  process: z.partialRecord(FlowName, Flow),
  tellings: z.array(Telling),
  legend: z.array(z.strictObject({ symbol: LegendSymbol, text: LostText, src: Source.optional() })).optional(),
  questionnaire: z
    .strictObject({
      title: LostText,
      nameLabel: LostText.optional(),
      questions: z.array(Question),
      src: Source.optional(),
    })
    .optional(),
  requirements: z.array(Numbered).optional(),
  technicalConditions: z.array(Numbered).optional(),
  formFields: z
    .array(
      z.strictObject({
        n: z.string(),
        text: LostText,
        flow: FlowName.optional(),
        optional: z.boolean().optional(),
        src: Source.optional(),
      }),
    )
    .optional(),
  storage: z
    .strictObject({
      text: LostText,
      amount: z.union([z.number(), z.null()]),
      unit: z.enum(['day', 'month']),
      src: Source.optional(),
    })
    .optional(),
  appendices: z.array(Appendix),
  marks: z.array(Mark).optional(),
});
export type Regulation = z.infer<typeof Regulation>;
