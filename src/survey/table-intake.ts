import { diagnostic, type Diagnostic } from '../diagnostics/index.ts';
import type { Answer, Day, Period, RejectReason, Remark, ResponseField } from '../model/response.ts';
import { fieldText, rawText, type Row, type RowFault, type RowSink } from '../source/row.ts';
import { BAD_DAY, dayInBytes } from './days.ts';
import type { FileCount, Intake, Kept } from './intake.ts';
import { AMBIGUOUS, MISSING, UNKNOWN } from './lexicon.ts';
import { mapColumns, type Mapping } from './profile.ts';

const MAX_ID = 255;
/** For so many different unknown services the nearest names are looked up; a file of nothing else must not take all day. */
const MAX_NEAR = 200;

/**
 * record -> service -> date -> period -> answers -> id -> counted
 *             |         |       |          |        |
 *             '---------'-------'----------'--------'--> turned away with the first reason found
 */
export class TableIntake implements RowSink {
  private mapping: Mapping | undefined;
  private readonly intake: Intake;
  private readonly count: FileCount;
  private readonly file: string;
  private readonly findings: Diagnostic[];
  private readonly asPrevious: boolean;
  private readonly sheet: string | undefined;
  private readonly nearSeen = new Map<string, string>();

  /** `asPrevious` = the file was named as the one of the previous period. */
  constructor(intake: Intake, file: string, findings: Diagnostic[], asPrevious: boolean, sheet?: string) {
    this.intake = intake;
    this.count = intake.open(sheet === undefined ? file : `${file}!${sheet}`);
    this.file = file;
    this.findings = findings;
    this.asPrevious = asPrevious;
    this.sheet = sheet;
  }

  get understood(): boolean {
    return this.mapping !== undefined;
  }

  columns(names: readonly string[], line: number): boolean {
    const mapped = mapColumns(this.intake.options.vocabulary, names);
    if (!mapped) {
      if (this.mapping) return true;
      const found = names
        .slice(0, 12)
        .map((name) => name.slice(0, 40))
        .join(' | ');
      this.findings.push(diagnostic('survey-other', { found }, { file: this.file, position: { line, column: 1 } }));
      return false;
    }
    if (mapped.doubled) {
      const { heading } = mapped.doubled;
      this.findings.push(
        diagnostic('heading-doubled', { heading }, { file: this.file, position: { line, column: 1 } }),
      );
      return false;
    }
    this.mapping = mapped.mapping;
    this.count.profile = mapped.profile;
    return true;
  }

  badHeading(fault: RowFault, line: number): void {
    this.findings.push(
      diagnostic('heading-broken', { reason: fault }, { file: this.file, position: { line, column: 1 } }),
    );
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

    const service = lexica.service.code(row, mapping.service);
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

    const quality = answerOf(lexica.answers.code(row, mapping.quality));
    if (quality < 0) return this.reject(row, 'option-outside', 'quality', fieldText(row, mapping.quality));
    const accessibility = answerOf(lexica.answers.code(row, mapping.accessibility));
    if (accessibility < 0)
      return this.reject(row, 'option-outside', 'accessibility', fieldText(row, mapping.accessibility));
    const cell = quality * 4 + accessibility;
    if (cell === 0) return this.reject(row, 'answers-missing', 'quality', '');

    if (mapping.id >= 0 && !this.newId(row, mapping.id, (service << 4) | cell)) return;
    if (quality === 0 || accessibility === 0) this.remark('answer-missing');
    this.keep(row, mapping, previous, service, day, cell);
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
    const region = this.placed(lexica.region.code(row, mapping.region), 'region-unknown');
    const channel = this.placed(lexica.channel.code(row, mapping.channel), 'channel-unknown');
    const language = this.placed(lexica.language.code(row, mapping.language), 'language-unknown');
    intake.cube.add(previous, service, region, channel, language, day, cell);
    this.count.accepted += 1;
    if (previous) intake.previousCount += 1;
    else {
      intake.current += 1;
      if (day < intake.firstDay) intake.firstDay = day;
      if (day > intake.lastDay) intake.lastDay = day;
    }
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

const within = (day: Day, { from, to }: Period): boolean =>
  (from === undefined || day >= from) && (to === undefined || day <= to);

/** The code of an answer; -1 for what is none of the options. */
const answerOf = (code: number): number => (code === MISSING ? 0 : code <= 3 ? code : -1);
