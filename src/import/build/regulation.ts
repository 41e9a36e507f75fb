import type { FlowName, Language, Regulation } from '../../model/index.ts';
import type { Dictionary } from '../dictionary.ts';
import type { Clause, Part } from '../outline.ts';
import type { Paragraph } from '../paragraphs.ts';
import type { ClauseRole } from '../words/clauses.ts';
import { readAppendices } from './appendices.ts';
import { abbreviationsOf } from './abbreviations.ts';
import { clausesOf, glossaryOf, numberedOf } from './clauses.ts';
import { bare, mark, newContext, place, restOf, srcOf, type Context } from './context.ts';
import { flowModel, readFlows, roleOfClause } from './flows.ts';
import { variantId } from './variants.ts';
import { channelsOf } from './channels.ts';
import { standardOf, titleOf } from './front.ts';
import { providerOf } from './provider.ts';
import { namedInSteps, resultsOf, resultsOfTitle } from './outcomes.ts';
import { Participants } from './participants.ts';
import { fromTables } from './table-steps.ts';

export interface BuildInput {
  readonly part: Part;
  readonly lang: Language;
  readonly dictionary: Dictionary;
  readonly placed: Set<Paragraph>;
  /** Number among the regulations of the text, from 1, and whether there are others. */
  readonly index: number;
  readonly isOnly: boolean;
}

/** Every paragraph of a regulation in the order of the text. */
export function paragraphsOfPart(part: Part): Paragraph[] {
  const entries = (clause: Clause): Paragraph[] => [
    clause.paragraph,
    ...clause.entries.flatMap((entry) => [entry.paragraph, ...entry.more]),
  ];
  const appendices = part.appendices.flatMap((one) => [
    one.head,
    ...one.titles,
    ...one.tables.flatMap((table) => [table.title, ...table.rows]),
    one.legendHead,
    ...one.legend,
    ...one.questions.flatMap(entries),
  ]);
  return [
    part.heading,
    ...part.chapters.map((one) => one.paragraph),
    ...part.clauses.flatMap(entries),
    ...appendices,
  ].filter((one) => one !== undefined);
}

const range = (paragraphs: readonly Paragraph[]): [number, number] => [
  paragraphs.reduce((least, one) => Math.min(least, one.src[0]), paragraphs[0]?.src[0] ?? 1),
  paragraphs.reduce((most, one) => Math.max(most, one.src[1]), paragraphs[0]?.src[1] ?? 1),
];

const afterColon = (text: string): string =>
  text.replace(/^[^:–—]{0,140}?(?::|\s[-–—]\s)\s*/u, '').replace(/[\s.;]+$/u, '');

class Builder {
  private readonly context: Context;
  private readonly participants: Participants;
  private readonly part: Part;
  private readonly input: BuildInput;

  constructor(input: BuildInput) {
    this.input = input;
    this.part = input.part;
    this.context = newContext(input.lang, input.dictionary, input.placed);
    this.participants = new Participants(
      this.context,
      paragraphsOfPart(input.part).map(({ text }) => text),
    );
  }

  private clause(role: ClauseRole): Clause | undefined {
    return this.part.clauses.find((clause) => roleOfClause(clause) === role);
  }

  private list(role: ClauseRole): ReturnType<typeof numberedOf> {
    const clause = this.clause(role);
    return clause ? numberedOf(clause, this.context) : [];
  }

  build(): Regulation {
    const { part, context } = this;
    const title = titleOf(part, context);
    place(context, [part.heading, ...part.chapters.map((one) => one.paragraph)]);
    const units = this.clause('units');
    if (units) this.participants.readList(units);
    const terms = this.clause('glossary');
    if (terms) this.participants.nameFrom(glossaryOf(terms, context));
    const whenOf = (words: string): string[] =>
      /при\s|выдач|переоформ|дубликат|беру|ресімде/iu.test(words) ? [variantId(words, 0, [])] : [];
    const { flows, tellings } = readFlows(part, this.participants, context, whenOf);
    const names: ReadonlySet<FlowName> = new Set(flows.keys());
    const appendices = readAppendices(part.appendices, names, context);
    tellings.push(
      ...fromTables(appendices.tables, flows, { context, participants: this.participants, flow: 'internal', whenOf }),
    );
    const outcomes = this.outcomes(typeof title.title === 'string' ? title.title : '');
    const endings = {
      results: outcomes.results.map((one) => one.id),
      refusal: (outcomes.refusals.find((one) => one.id === 'refusal-incomplete') ?? outcomes.refusals[0])?.id,
    };
    const process: Regulation['process'] = {};
    for (const [name, built] of flows) process[name] = flowModel(built, endings, context);
    const start = this.clause('start');
    const internal = process.internal;
    if (start && internal)
      internal.start = { text: bare(afterStart(restOf(start.paragraph))), src: srcOf(start.paragraph) };
    this.gaps();
    const regulation = {
      ...this.head(title),
      ...outcomes,
      ...this.lists(),
      participants: this.participants.list,
      process,
      tellings,
      ...(appendices.legend.length > 0 ? { legend: appendices.legend } : {}),
      ...(appendices.questionnaire ? { questionnaire: appendices.questionnaire } : {}),
      appendices: appendices.appendices,
    };
    return { ...regulation, marks: context.marks };
  }

  private head(
    title: ReturnType<typeof titleOf>,
  ): Pick<
    Regulation,
    'number' | 'lang' | 'src' | 'title' | 'heading' | 'provider' | 'standard' | 'forms' | 'channels'
  > {
    const { context, part, input } = this;
    if (part.number === null)
      mark(context, '/number', 'inferred', input.isOnly ? context.why.numberOnly : context.why.number);
    const form = this.clause('service-form');
    const automation = this.clause('automation');
    const kind = this.clause('kind');
    const result = this.resultForm();
    return {
      number: part.number ?? String(input.index),
      lang: input.lang,
      src: range(paragraphsOfPart(part)),
      ...title,
      provider: providerOf(part, this.participants, context),
      standard: standardOf(part, context),
      forms: {
        ...(form ? { service: afterColon(restOf(form.paragraph)) } : {}),
        ...(result === undefined ? {} : { result }),
        ...(automation ? { automation: afterColon(restOf(automation.paragraph)) } : {}),
        ...(kind ? { kind: afterColon(restOf(kind.paragraph)) } : {}),
      },
      channels: channelsOf(part),
    };
  }

  private resultForm(): string | undefined {
    const all = this.part.clauses.flatMap((clause) => [
      clause.paragraph,
      ...clause.entries.map((entry) => entry.paragraph),
    ]);
    const found = all.find(({ text }) =>
      /форма\s+предоставления\s+результата|нәтижесін\s+(?:беру|ұсыну)\s+нысаны/iu.test(text),
    );
    return found && afterColon(found.text);
  }

  private outcomes(
    title: string,
  ): Pick<Regulation, 'results' | 'refusals'> & { papers?: NonNullable<Regulation['papers']> } {
    const clause = this.clause('result');
    const found = clause
      ? resultsOf(clause, this.resultForm() ?? '', title, this.context)
      : { results: [], refusals: [] };
    const named = namedInSteps(this.part.clauses, found.refusals.length > 0 || clause !== undefined, this.context);
    return {
      results: found.results.length > 0 ? found.results : resultsOfTitle(title, this.part.clauses[0], this.context),
      refusals: [...found.refusals, ...named.refusals],
      ...(named.papers.length > 0 ? { papers: named.papers } : {}),
    };
  }

  private lists(): Pick<Regulation, 'chapters' | 'clauses'> &
    Partial<Pick<Regulation, 'glossary' | 'abbreviations' | 'requirements' | 'technicalConditions' | 'formFields'>> {
    const { part, context } = this;
    const glossaryClause = this.clause('glossary');
    const glossary = glossaryClause ? glossaryOf(glossaryClause, context) : [];
    const requirements = this.list('requirements');
    const technicalConditions = this.list('technical');
    const formFields = this.formFields();
    const abbreviations = abbreviationsOf(part);
    const chapters = part.chapters.map((one) => ({
      n: one.number,
      title: one.title.trim() === '' ? null : one.title.trim(),
      src: srcOf(one.paragraph),
    }));
    return {
      chapters,
      clauses: clausesOf(part, context),
      ...(glossary.length > 0 ? { glossary } : {}),
      ...(abbreviations.length > 0 ? { abbreviations } : {}),
      ...(requirements.length > 0 ? { requirements } : {}),
      ...(technicalConditions.length > 0 ? { technicalConditions } : {}),
      ...(formFields.length > 0 ? { formFields } : {}),
    };
  }

  /** Fields of a request on the portal: «… заполняет данные в соответствующих окнах: 1) …; 2) …». */
  private formFields(): NonNullable<Regulation['formFields']> {
    return this.part.clauses
      .filter((clause) => roleOfClause(clause) === 'portal')
      .flatMap((clause) => {
        const at = clause.entries.findIndex(
          ({ paragraph }) =>
            paragraph.head.kind === 'text' &&
            /заполняет|толтырады/iu.test(paragraph.text) &&
            paragraph.text.endsWith(':'),
        );
        if (at < 0) return [];
        const fields: NonNullable<Regulation['formFields']> = [];
        for (const { paragraph, more } of clause.entries.slice(at + 1)) {
          if (paragraph.head.kind !== 'item') break;
          place(this.context, [paragraph, ...more]);
          fields.push({
            n: paragraph.head.number,
            text: bare(paragraph.head.rest),
            flow: 'portal-recipient',
            src: srcOf(paragraph, more),
          });
        }
        return fields;
      });
  }

  /** Missing numbers of clauses: pages that were lost. */
  private gaps(): void {
    let last = 0;
    for (const { number, paragraph } of this.part.clauses) {
      const own = Number.parseInt(number, 10);
      if (own > last + 1)
        mark(
          this.context,
          `/clauses/${number}`,
          'lost',
          `${this.context.why.gap} (${last + 1}–${own - 1})`,
          srcOf(paragraph),
        );
      last = Math.max(last, own);
    }
  }
}

/** «Основанием … является X», «… бастауға X негіз болып табылады», «… негіздеме X болып табылады». */
const afterStart = (text: string): string =>
  /\sявля(?:е|ю)тся\s+(.+)$/su.exec(text)?.[1] ??
  /(?:негіз(?:деме)?\p{L}*)\s+(.{4,}?)\s+болып\s+табылады/su.exec(text)?.[1] ??
  /баста\p{L}*\s+(?:үшін\s+)?(.{4,}?)\s+негіз\p{L}*\s+болып\s+табылады/su.exec(text)?.[1] ??
  text;

/** outline -> REGULATION: one part of the outline as data of the model with its marks. */
export const buildRegulation = (input: BuildInput): Regulation => new Builder(input).build();
