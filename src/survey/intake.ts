import { nearest } from '../diagnostics/index.ts';
import type { Answer, Day, Period, RejectReason, Remark, ResponseField, SurveyService } from '../model/response.ts';
import type { Vocabulary } from '../model/vocabulary.ts';
import { Interner } from '../source/interner.ts';
import { Cube } from './cube.ts';
import { answerLexicon, entryLexicon, normalise, serviceLexicon } from './lexicon.ts';

/** A record turned away, with everything needed to mend it. */
export interface Rejected {
  readonly file: string;
  readonly line: number;
  readonly sheet?: string;
  readonly reason: RejectReason;
  readonly field: ResponseField | '';
  readonly value: string;
  /** The nearest known names, for an unknown service. */
  readonly near: string;
  readonly raw: string;
}

/** A response that was kept; coded as in `CubeRow`. */
export interface Kept {
  readonly previous: boolean;
  readonly id: string;
  readonly service: number;
  readonly day: Day;
  readonly region: number;
  readonly channel: number;
  readonly language: number;
  readonly quality: Answer;
  readonly accessibility: Answer;
  readonly comment: string;
}

export interface FileCount {
  readonly file: string;
  profile: string;
  read: number;
  accepted: number;
  rejected: number;
}

export interface IntakeOptions {
  readonly services: readonly SurveyService[];
  readonly vocabulary: Vocabulary;
  readonly period: Period;
  /** Responses within it are kept for comparison. */
  readonly previous?: Period;
  /** Up to so many responses are kept one by one; beyond, only their counts. */
  readonly keep: number;
  readonly keepComments: number;
  /** Each file numbers its answers anew: ids are compared within a file only. */
  readonly ownIds?: boolean;
  readonly onReject: (rejected: Rejected) => void;
}

/** What one run of the intake gathers over all its files. */
export class Intake {
  readonly cube = new Cube();
  kept: Kept[] | undefined = [];
  readonly comments: Kept[] = [];
  commentCount = 0;
  current = 0;
  previousCount = 0;
  readonly files: FileCount[] = [];
  readonly reasons = new Map<RejectReason, number>();
  readonly remarks = new Map<Remark, number>();
  /** First and last day met in the period, and in the one before. */
  readonly met = { first: Infinity, last: -Infinity };
  readonly metBefore = { first: Infinity, last: -Infinity };
  readonly options: IntakeOptions;
  readonly lexica;
  ids = new Interner(1 << 14);
  /** Every name of a service, and whose it is. */
  private readonly names = new Map<string, readonly string[]>();

  constructor(options: IntakeOptions) {
    this.options = options;
    const { services, vocabulary } = options;
    this.lexica = {
      service: serviceLexicon(services),
      answers: answerLexicon(vocabulary),
      region: entryLexicon(vocabulary.regions),
      channel: entryLexicon(vocabulary.channels),
      language: entryLexicon(vocabulary.languages),
    };
    for (const service of services)
      for (const name of namesOf(service)) this.names.set(name, [...(this.names.get(name) ?? []), service.address]);
  }

  /** A new file begins. */
  nextFile(): void {
    if (this.options.ownIds) this.ids = new Interner(1 << 14);
  }

  /** Counts accepted responses of one day that are alike. */
  count(
    previous: boolean,
    service: number,
    region: number,
    channel: number,
    language: number,
    day: Day,
    cell: number,
    many: number,
  ): void {
    this.cube.add(previous, service, region, channel, language, day, cell, many);
    if (previous) this.previousCount += many;
    else this.current += many;
    this.meet(previous, day);
  }

  /** A day with a response. */
  meet(previous: boolean, day: Day): void {
    const met = previous ? this.metBefore : this.met;
    if (day < met.first) met.first = day;
    if (day > met.last) met.last = day;
  }

  /** Opens the count of one file or sheet. */
  open(name: string): FileCount {
    const count: FileCount = { file: name, profile: '', read: 0, accepted: 0, rejected: 0 };
    this.files.push(count);
    return count;
  }

  /** Addresses of services with names like the one given: of equal meaning (an ambiguous name) or of nearly equal letters. */
  nearestNames(value: string): string {
    const wanted = normalise(value);
    const same = this.options.services.filter((service) => namesOf(service).some((name) => normalise(name) === wanted));
    if (same.length > 0) return same.map(({ address }) => address).join(', ');
    // Names of quite another length cannot be near; comparing them would cost most of the time.
    const slack = Math.max(2, Math.floor(value.length / 3));
    const alike = [...this.names.keys()].filter(
      (name) => Math.abs(name.length - value.length) <= slack || name.includes(value),
    );
    return [...new Set(nearest(value, alike).flatMap((name) => this.names.get(name) ?? []))].join(', ');
  }

  get read(): number {
    return this.files.reduce((sum, { read }) => sum + read, 0);
  }
  get accepted(): number {
    return this.current + this.previousCount;
  }
  get rejected(): number {
    return [...this.reasons.values()].reduce((sum, count) => sum + count, 0);
  }
}

const namesOf = ({ address, title }: SurveyService): string[] =>
  [address, address.slice(address.indexOf('/') + 1), title.ru ?? '', title.kk ?? ''].filter((name) => name !== '');
