import type { Day, Period, Question, RejectReason, Remark, SurveyService } from '../model/response.ts';
import type { Vocabulary } from '../model/vocabulary.ts';
import type { CubeRow } from './cube.ts';
import type { FileCount, Kept, Rejected } from './intake.ts';

/** The words of the questionnaire, for those who write reports and know nothing of the model. */
export {
  options,
  questions,
  rejectReasons,
  remarks,
  responseFields,
  type Answer,
  type Question,
} from '../model/response.ts';

export type ReportLanguage = 'ru' | 'kk';
export type Edition = 'internal' | 'public';

/** Norm and goal of an indicator of a service standard, as shares 0..1; an empty service = every service. */
export interface Target {
  readonly service: number | undefined;
  readonly indicator: '2.1' | '3.1';
  readonly norm: number | undefined;
  readonly goal: number | undefined;
}

export interface InputFile extends FileCount {
  readonly sha256: string;
}

/** Everything that the report says, finished: the edge that writes the workbook adds nothing but form and formulas. */
export interface ReportModel {
  readonly language: ReportLanguage;
  readonly edition: Edition;
  readonly services: readonly SurveyService[];
  /** What an act is called, by its folder. */
  readonly acts: ReadonlyMap<string, string>;
  readonly vocabulary: Vocabulary;
  readonly cube: readonly CubeRow[];
  /** The accepted responses one by one, where there are few enough of them. */
  readonly kept: readonly Kept[] | undefined;
  readonly comments: readonly Kept[];
  readonly commentCount: number;
  readonly period: Period;
  /** First and last day met in the current period. */
  readonly met: { readonly first: Day; readonly last: Day };
  readonly previous: Period | undefined;
  readonly inputs: readonly InputFile[];
  readonly read: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly reasons: ReadonlyMap<RejectReason, number>;
  readonly remarks: ReadonlyMap<Remark, number>;
  readonly rejectedSample: readonly Rejected[];
  /** Services rendered in the period, by index of the service. */
  readonly volumes: ReadonlyMap<number, number>;
  readonly targets: readonly Target[];
}

export const indicatorOf = { quality: '2.1', accessibility: '3.1' } as const;

/** The norm and the goal of a service: its own, else those of every service. */
export function targetOf(model: ReportModel, service: number, question: Question): Target | undefined {
  const of = (wanted: number | undefined) =>
    model.targets.find(({ indicator, service: own }) => indicator === indicatorOf[question] && own === wanted);
  return of(service) ?? of(undefined);
}

/** The title of a service in a language, else in the other, else its address. */
export const titleOf = ({ address, title }: SurveyService, language: ReportLanguage): string =>
  title[language] ?? title.ru ?? title.kk ?? address;

/** Below so many answers a group is marked and not ranked (and hidden in the public edition); below the second it is called small. */
export const SMALL = 10;
export const MODEST = 30;

/** A long title without its middle: titles of services begin alike and differ at the end. */
export function shortened(title: string, most: number): string {
  if (title.length <= most) return title;
  const tail = title.slice(-Math.floor(most * 0.6)).replace(/^\S*\s+/, '');
  const head = title.slice(0, most - tail.length - 2).replace(/[\s,]+\S*$/, '');
  return `${head} … ${tail}`;
}
