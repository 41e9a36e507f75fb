import { diagnostic, type Diagnostic } from '../diagnostics/index.ts';
import {
  responseFields,
  type Answer,
  type Day,
  type RejectReason,
  type Remark,
  type ResponseField,
} from '../model/response.ts';
import {
  fieldText,
  rawText,
  type CellFault,
  type Heading,
  type Row,
  type RowFault,
  type RowSink,
} from '../source/row.ts';
import { BAD_DAY, dayInBytes, within } from './days.ts';
import type { Alike } from './dictionary.ts';
import type { FileCount, Intake, Kept } from './intake.ts';
import { AMBIGUOUS, GUESSED, MISSING, UNKNOWN, type Lexicon } from './lexicon.ts';
import { Headings, type Mapping } from './profile.ts';

/** Longer ids, in bytes, are turned away. */
export const MAX_ID = 255;
/** For so many different unknown services the nearest names are looked up; a file of nothing else must not take all day. */
const MAX_NEAR = 200;
/** So many rows may stand above the heading: a title, a date, an empty table of another kind. */
const MAX_ABOVE = 20;

export interface TableOptions {
  /** The file was named as the one of the previous period. */
  readonly asPrevious: boolean;
  /** Rows of a title may stand above the heading. */
  readonly titled: boolean;
  readonly sheet?: string;
}

/**
 * record -> cells -> service -> date -> period -> answers -> id -> counted
 *             |        |         |       |          |        |
 *             '--------'---------'-------'----------'--------'--> turned away with the first reason found
 */
export class TableIntake implements RowSink {
  private mapping: Mapping | undefined;
  private headings: Headings | undefined;
  private readonly intake: Intake;
  private readonly count: FileCount;
  private readonly file: string;
  private readonly findings: Diagnostic[];
  private readonly asPrevious: boolean;
  private readonly titled: boolean;
  private readonly sheet: string | undefined;
  private readonly nearSeen = new Map<string, string>();
  /** The first rows that were no heading of ours: told where none follows. */
  private above: { readonly names: readonly string[]; readonly line: number }[] = [];
  /** A word of the record at hand was recognised by likeness. */
  private guessed = false;

  constructor(intake: Intake, file: string, findings: Diagnostic[], { asPrevious, titled, sheet }: TableOptions) {
    this.intake = intake;
    this.count = intake.open(sheet === undefined ? file : `${file}!${sheet}`);
    this.file = file;
    this.findings = findings;
    this.asPrevious = asPrevious;
    this.titled = titled;
    this.sheet = sheet;
  }

  get understood(): boolean {
    return this.mapping !== undefined;
  }

  columns(names: readonly string[], line: number): Heading {
    // Once there is a heading, only more of its names can come.
    if (!this.mapping || !this.headings) this.headings = new Headings(this.intake.options.vocabulary);
    this.headings.add(names);
    const mapped = this.headings.mapped();
    if (!mapped) {
      if (this.mapping) return 'taken';
      this.above.push({ names, line });
      if (this.titled && this.above.length < MAX_ABOVE) return 'next';
      this.finish();
      return 'stop';
    }
    if (mapped.doubled) {
      this.tell(diagnostic('heading-doubled', { heading: mapped.doubled.heading }, this.place(line)));
      this.above = [];
      return 'stop';
    }
    if (this.above.length > 0 && !this.mapping) this.tell(diagnostic('heading-late', { line }, this.place(line)));
    this.above = [];
    this.mapping = mapped.mapping;
    this.count.profile = mapped.profile;
    return 'taken';
  }

  /** The table has ended: if none of its rows was a heading of ours, it is of another survey. */
  finish(): void {
    // A title has one cell; the row with the most of them is the likeliest heading.
    const [likely] = [...this.above].sort((a, b) => b.names.length - a.names.length);
    this.above = [];
    if (!likely || this.mapping) return;
    const names = likely.names.slice(0, 12).map((name) => name.slice(0, 40));
    this.tell(diagnostic('survey-other', { found: names.join(' | ') }, this.place(likely.line)));
  }

  private place(line: number) {
    return this.sheet === undefined
      ? { file: this.file, position: { line, column: 1 } }
      : { file: this.file, cell: { sheet: this.sheet, ref: `A${line}` } };
  }

  private tell(finding: Diagnostic): void {
    this.findings.push(finding);
  }

  badHeading(fault: RowFault, line: number): void {
    this.tell(diagnostic('heading-broken', { reason: fault }, this.place(line)));
  }

  fault(fault: RowFault, row: Row): void {
    this.count.read += 1;
    this.reject(row, fault, '', '');
  }

  formula(): void {
    this.remark('formula-cell');
  }

  row(row: Row): void {
    const { mapping, intake } = this;
    if (!mapping) return;
    const { lexica, options } = intake;
    this.count.read += 1;
    this.guessed = false;
    if (row.broken && this.isBroken(row, row.broken, mapping)) return;

    const service = this.codeOf(lexica.service, row, mapping.service);
    if (service >= AMBIGUOUS) {
      const reason =
        service === MISSING ? 'service-missing' : service === UNKNOWN ? 'service-unknown' : 'service-ambiguous';
      return this.reject(row, reason, 'service', fieldText(row, mapping.service));
    }
    const dateStart = row.starts[mapping.date] ?? 0;
    const dateEnd = row.ends[mapping.date] ?? 0;
    const day = dayInBytes(row.bytes, dateStart, dateEnd);
    if (day === BAD_DAY) {
      return this.reject(
        row,
        dateStart === dateEnd ? 'date-missing' : 'date-wrong',
        'date',
        fieldText(row, mapping.date),
      );
    }
    const previous = this.asPrevious || (options.previous !== undefined && within(day, options.previous));
    if (!previous && !within(day, options.period))
      return this.reject(row, 'date-outside', 'date', fieldText(row, mapping.date));

    const quality = answerOf(this.codeOf(lexica.answers, row, mapping.quality));
    if (quality < 0) return this.reject(row, 'option-outside', 'quality', fieldText(row, mapping.quality));
    const accessibility = answerOf(this.codeOf(lexica.answers, row, mapping.accessibility));
    if (accessibility < 0)
      return this.reject(row, 'option-outside', 'accessibility', fieldText(row, mapping.accessibility));
    const cell = quality * 4 + accessibility;
    if (cell === 0) return this.reject(row, 'answers-missing', 'quality', '');

    if (mapping.id >= 0 && !this.newId(row, mapping.id, (service << 4) | cell)) return;
    if (quality === 0 || accessibility === 0) this.remark('answer-missing');
    this.keep(row, mapping, previous, service, day, cell);
  }

  /** Turns the record away if one of its fields stands in a cell that could not be read; of other columns nothing is wanted. */
  private isBroken(row: Row, broken: ReadonlyMap<number, CellFault>, mapping: Mapping): boolean {
    const field = responseFields.find((one) => broken.has(mapping[one]));
    const reason = field && broken.get(mapping[field]);
    if (field === undefined || reason === undefined) return false;
    this.reject(row, reason, field, '');
    return true;
  }

  /** Takes note of the id; false when the record was turned away for it. The first record with an id wins. */
  private newId(row: Row, column: number, mark: number): boolean {
    const start = row.starts[column] ?? 0;
    const end = row.ends[column] ?? 0;
    if (start === end) {
      this.remark('id-missing');
      return true;
    }
    const { ids } = this.intake;
    const place = ids.add(row.bytes, start, end, mark);
    if (place < 0) {
      this.reject(row, 'id-too-long', 'id', fieldText(row, column).slice(0, MAX_ID));
      return false;
    }
    if (!ids.found) return true;
    this.reject(row, ids.markOf(place) === mark ? 'id-repeated' : 'id-conflict', 'id', fieldText(row, column));
    return false;
  }

  private keep(row: Row, mapping: Mapping, previous: boolean, service: number, day: Day, cell: number): void {
    const { intake } = this;
    const { lexica, options } = intake;
    const region = this.placed(this.codeOf(lexica.region, row, mapping.region), 'region-unknown');
    const channel = this.placed(this.codeOf(lexica.channel, row, mapping.channel), 'channel-unknown');
    const language = this.placed(this.codeOf(lexica.language, row, mapping.language), 'language-unknown');
    if (this.guessed) this.remark('word-guessed');
    this.count.accepted += 1;
    intake.count(previous, service, region, channel, language, day, cell, 1);
    const commented = !previous && mapping.comment >= 0 && row.starts[mapping.comment] !== row.ends[mapping.comment];
    if (!intake.kept && !commented) return;
    const comment = commented ? fieldText(row, mapping.comment).trim() : '';
    const kept: Kept = {
      previous,
      id: mapping.id >= 0 ? fieldText(row, mapping.id) : '',
      service,
      day,
      region,
      channel,
      language,
      quality: (cell >> 2) as Answer,
      accessibility: (cell & 3) as Answer,
      comment,
    };
    if (comment !== '') {
      intake.commentCount += 1;
      if (intake.comments.length < options.keepComments) intake.comments.push(kept);
    }
    if (intake.kept && intake.kept.length >= options.keep) intake.kept = undefined;
    intake.kept?.push(kept);
  }

  /** Takes over responses that were read and found plain elsewhere (see `countPlain`). */
  takeCounted({ previous, service, region, channel, language, first, last, cell, count }: Alike): void {
    this.count.read += count;
    this.count.accepted += count;
    this.intake.count(previous, service, region, channel, language, first, cell, count);
    this.intake.meet(previous, last);
  }

  private codeOf(lexicon: Lexicon, row: Row, column: number): number {
    const code = lexicon.code(row, column);
    if (code < GUESSED || code >= AMBIGUOUS) return code;
    this.guessed = true;
    return code - GUESSED;
  }

  private placed(code: number, remark: Remark): number {
    if (code < AMBIGUOUS) return code;
    if (code === UNKNOWN) this.remark(remark);
    return 0;
  }

  private remark(remark: Remark): void {
    const { remarks } = this.intake;
    remarks.set(remark, (remarks.get(remark) ?? 0) + 1);
  }

  private reject(row: Row, reason: RejectReason, field: ResponseField | '', value: string): void {
    const { reasons, options } = this.intake;
    reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
    this.count.rejected += 1;
    const near = reason === 'service-unknown' || reason === 'service-ambiguous' ? this.near(value) : '';
    options.onReject({
      file: this.file,
      line: row.line,
      ...(this.sheet === undefined ? {} : { sheet: this.sheet }),
      reason,
      field,
      value: value.slice(0, 1000),
      near,
      raw: rawText(row),
    });
  }

  private near(value: string): string {
    const known = this.nearSeen.get(value);
    if (known !== undefined) return known;
    if (this.nearSeen.size >= MAX_NEAR) return '';
    const found = this.intake.nearestNames(value.slice(0, 250));
    this.nearSeen.set(value, found);
    return found;
  }
}

/** The code of an answer; -1 for what is none of the options. */
const answerOf = (code: number): number => (code === MISSING ? 0 : code <= 3 ? code : -1);
