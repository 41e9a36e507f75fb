import type { Period } from '../model/response.ts';
import { fieldText, type Heading, type Row, type RowSink } from '../source/row.ts';
import { BAD_DAY, dayInBytes, dayOf, FIRST_YEAR, monthOf, within } from './days.ts';
import type { Intake } from './intake.ts';
import { GUESSED, MISSING } from './lexicon.ts';
import { Headings, type Mapping } from './profile.ts';

/**
 * What a record is counted by, as the digits of one whole number below 2^48, the day last: each word of a record has its
 * part of the number, and the sum of the parts is the record.
 */
const weights = {
  day: 1,
  quality: 2 ** 14,
  accessibility: 2 ** 16,
  language: 2 ** 18,
  channel: 2 ** 20,
  region: 2 ** 23,
  service: 2 ** 28,
  month: 2 ** 38,
  previous: 2 ** 47,
} as const;
/** The remainder of a number by this is its day. */
export const DAYS = weights.quality;

/** The columns whose words decide what a record is counted as. */
export const codedFields = ['service', 'date', 'quality', 'accessibility', 'region', 'channel', 'language'] as const;
export type CodedField = (typeof codedFields)[number];

/** No more than its first letters decide what a date is (see `dayInBytes`: ten of them, and the one behind). */
export const DATE_LETTERS = 11;
/** More words in a column than that are no vocabulary. */
const MOST = 5000;

/** Responses that are counted alike, and how many they are; their days lie in one month. */
export interface Alike {
  readonly previous: boolean;
  readonly service: number;
  readonly region: number;
  readonly channel: number;
  readonly language: number;
  readonly first: number;
  readonly last: number;
  readonly cell: number;
  readonly count: number;
}

const FIRST_DAY = dayOf(FIRST_YEAR, 1, 1);

/** Sums without their days, the first and the last of these, and how often each is met: what stands at one place belongs together. */
export interface SumColumns {
  readonly sum: readonly number[];
  readonly first: readonly number[];
  readonly last: readonly number[];
  readonly many: readonly number[];
}

/** What the sums say. */
export function* alikeIn({ sum: sums, first, last, many }: SumColumns): Generator<Alike> {
  for (const [place, sum] of sums.entries()) {
    const digit = (weight: number, above: number): number => Math.floor(sum / weight) % (above / weight);
    yield {
      previous: sum >= weights.previous,
      service: digit(weights.service, weights.month),
      region: digit(weights.region, weights.service),
      channel: digit(weights.channel, weights.region),
      language: digit(weights.language, weights.channel),
      first: (first[place] ?? 0) + FIRST_DAY,
      last: (last[place] ?? 0) + FIRST_DAY,
      cell: digit(weights.quality, weights.accessibility) * 4 + digit(weights.accessibility, weights.language),
      count: many[place] ?? 0,
    };
  }
}

/**
 * Learns from some rows of a file what its words mean. Only words without any doubt are taken, so that a record of such words is
 * accepted without a remark; a word that it has not met, or does not take, is no fault: its record is looked at by itself.
 */
export class Dictionary implements RowSink {
  readonly parts: Readonly<Record<CodedField, Map<string, number>>> = {
    service: new Map(),
    date: new Map(),
    quality: new Map(),
    accessibility: new Map(),
    region: new Map(),
    channel: new Map(),
    language: new Map(),
  };
  mapping: Mapping | undefined;
  width = 0;
  broken = false;
  private readonly intake: Intake;
  private readonly asPrevious: boolean;

  constructor(intake: Intake, asPrevious: boolean) {
    this.intake = intake;
    this.asPrevious = asPrevious;
  }

  /** Only a heading in the first line, with both questions, is taken: a record without one of the answers gets a remark. */
  columns(names: readonly string[], line: number): Heading {
    const headings = new Headings(this.intake.options.vocabulary);
    headings.add(names);
    const mapped = headings.mapped();
    if (line > 1 || !mapped || mapped.doubled || mapped.mapping.quality < 0 || mapped.mapping.accessibility < 0)
      return 'stop';
    this.mapping = mapped.mapping;
    this.width = names.length;
    return 'taken';
  }

  fault(): void {
    this.broken = true;
  }

  row(row: Row): void {
    for (const field of codedFields) {
      const column = this.mapping?.[field] ?? -1;
      if (column < 0) continue;
      const known = this.parts[field];
      const whole = fieldText(row, column);
      const text = field === 'date' ? whole.slice(0, DATE_LETTERS) : whole;
      if (known.has(text) || known.size >= MOST) continue;
      const part = field === 'date' ? this.partOfDate(text) : this.partOf(field, row, column);
      if (part !== undefined) known.set(text, part);
    }
  }

  private partOf(field: Exclude<CodedField, 'date'>, row: Row, column: number): number | undefined {
    const { lexica } = this.intake;
    if (field === 'quality' || field === 'accessibility') {
      const answer = lexica.answers.code(row, column);
      return answer >= 1 && answer <= 3 ? answer * weights[field] : undefined;
    }
    const code = lexica[field].code(row, column);
    if (code === MISSING && field !== 'service') return 0;
    return code < GUESSED ? code * weights[field] : undefined;
  }

  private partOfDate(text: string): number | undefined {
    const bytes = Buffer.from(text);
    // Blanks before a date could push it beyond the letters that are looked at.
    const day = (bytes[0] ?? 0) <= 32 ? BAD_DAY : dayInBytes(bytes, 0, bytes.length);
    if (day === BAD_DAY) return undefined;
    const { period, previous } = this.intake.options;
    const before = this.asPrevious || inside(day, previous);
    if (!before && !inside(day, period)) return undefined;
    return day - FIRST_DAY + monthOf(day) * weights.month + (before ? weights.previous : 0);
  }
}

const inside = (day: number, period: Period | undefined): boolean => period !== undefined && within(day, period);
