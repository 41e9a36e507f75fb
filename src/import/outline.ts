import type { Paragraph } from './paragraphs.ts';
import { approvedBy, chapterWords, drawingHead, legendHead, questionnaireHead, stepResult } from './words/heads.ts';
import { headingTail, titleFirst } from './words/sentences.ts';

/** A paragraph of a clause; `more` are the paragraphs that belong to it. */
export interface Entry {
  readonly paragraph: Paragraph;
  readonly more: Paragraph[];
}
export interface Clause {
  readonly number: string;
  readonly paragraph: Paragraph;
  readonly entries: Entry[];
}
export interface Table {
  readonly title: Paragraph | undefined;
  readonly rows: Paragraph[];
}
export interface Appendix {
  readonly number: string | null;
  readonly head: Paragraph | undefined;
  readonly titles: Paragraph[];
  readonly tables: Table[];
  readonly legend: Paragraph[];
  legendHead: Paragraph | undefined;
  readonly questions: Clause[];
}
/** One regulation as it stands in the text. `number` is that of the appendix to the act; null where it is lost. */
export interface Part {
  readonly number: string | null;
  readonly heading: Paragraph | undefined;
  readonly chapters: { number: string; paragraph: Paragraph; title: string }[];
  readonly clauses: Clause[];
  readonly appendices: Appendix[];
}
export interface Outline {
  /** What stands before the first regulation. */
  readonly front: Paragraph[];
  /** «Приложение N к приказу …», «Утвержден …». */
  readonly actHeads: Paragraph[];
  /** Appendices to the act that are no regulations, each with its paragraphs. */
  readonly annexes: Paragraph[][];
  /** Remarks of the portal on a whole regulation («Сноска. Регламент в редакции …»). */
  readonly remarks: Paragraph[];
  readonly parts: Part[];
  /** Paragraphs that found no place. */
  readonly lost: Paragraph[];
}

const isClosed = (text: string): boolean => /[.;:]$/u.test(text);
/** «Диаграмма … приведена в приложении 2» speaks of a drawing and is none. */
const isReference = /привед[её]н|келтіріл/iu;
const romans = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];
const numberOf = (text: string): number =>
  romans.includes(text) ? romans.indexOf(text) + 1 : Number.parseInt(text, 10);

/** Two drawings of one appendix are numbered («Диаграмма № 2»); without numbers the heading of the second appendix is lost. */
const isOtherDrawing = (before: string, title: string): boolean =>
  titleFirst.test(before) &&
  !/№|(?<!\p{L})N\s?\d/u.test(title) &&
  !(title.startsWith(before.slice(0, 60)) && /^блок/iu.test(title));

/** No act has lists longer than this; what is more goes to the paragraphs that found no place, so time stays linear. */
const LIST = 1500;
const FRONT = 4000;
const APPENDICES = 100;
const PARTS = 400;

class Walker {
  readonly outline: Outline = { front: [], actHeads: [], annexes: [], remarks: [], parts: [], lost: [] };
  private part: Part | undefined;
  private appendix: Appendix | undefined;
  private table: Table | undefined;
  private number: string | null = null;
  /** After the end of the text (a copyright line) nothing is read until a head stands there again. */
  private isOver = false;
  private afterActHead = false;
  private readonly paragraphs: readonly Paragraph[];

  constructor(paragraphs: readonly Paragraph[]) {
    this.paragraphs = paragraphs;
  }

  walk(): Outline {
    for (const [index, paragraph] of this.paragraphs.entries()) this.take(paragraph, index);
    return this.outline;
  }

  private take(paragraph: Paragraph, index: number): void {
    const { kind } = paragraph.head;
    if (kind === 'noise') return this.noise(paragraph);
    if (kind === 'act-appendix' || kind === 'approved') return this.actHead(paragraph);
    if (kind === 'regulation') return this.begin(paragraph);
    if (this.isOver && kind !== 'appendix') return void this.outline.lost.push(paragraph);
    if (!this.part) {
      if (!this.afterActHead || !this.isChapter(paragraph, index))
        return this.into(this.afterActHead ? this.annex : this.outline.front, paragraph, FRONT);
      this.begin(undefined);
    }
    if (kind === 'appendix') return void this.beginAppendix(paragraph);
    if (this.isChapter(paragraph, index)) return this.chapter(paragraph);
    if (this.appendix) return this.inAppendix(this.appendix, paragraph);
    this.inBody(paragraph, index);
  }

  private into(list: Paragraph[], paragraph: Paragraph, most = LIST): void {
    (list.length < most ? list : this.outline.lost).push(paragraph);
  }

  private get annex(): Paragraph[] {
    const { annexes, lost } = this.outline;
    if (annexes.length === 0) annexes.push([]);
    return annexes.at(-1) ?? lost;
  }

  private noise(paragraph: Paragraph): void {
    if (/^(?:©|document_image)/u.test(paragraph.text)) this.isOver = true;
    this.outline.lost.push(paragraph);
  }

  private actHead(paragraph: Paragraph): void {
    const isHead = paragraph.head.kind === 'act-appendix' || approvedBy.test(paragraph.text);
    if (!isHead && this.part) return void this.outline.lost.push(paragraph);
    if (this.outline.annexes.length < APPENDICES) this.outline.annexes.push([]);
    this.into(this.outline.actHeads, paragraph);
    if (paragraph.head.kind === 'act-appendix' && (this.part || this.number === null))
      this.number = paragraph.head.number;
    this.part = undefined;
    this.appendix = undefined;
    this.table = undefined;
    this.isOver = false;
    this.afterActHead = true;
  }

  private begin(heading: Paragraph | undefined): void {
    this.part = { number: this.number, heading, chapters: [], clauses: [], appendices: [] };
    if (this.outline.parts.length < PARTS) this.outline.parts.push(this.part);
    this.number = null;
    this.appendix = undefined;
    this.table = undefined;
    this.isOver = false;
  }

  private get lastClause(): number {
    return numberOf(this.part?.clauses.at(-1)?.number ?? '0');
  }

  /** «1. Общие положения» and «1. Государственная услуга …» look the same: a heading has no stop and its clause comes next. */
  private isChapter(paragraph: Paragraph, index: number): boolean {
    const { head, text } = paragraph;
    if (head.kind === 'chapter') return true;
    if (head.kind !== 'clause' || isClosed(text) || text.length > 320 || !chapterWords.test(text)) return false;
    const last = numberOf(this.part?.chapters.at(-1)?.number ?? '0');
    const number = numberOf(head.number);
    const isFirst = number === 1 && (!this.part || this.lastClause > 2 || last === 0);
    if (number !== last + 1 && !isFirst) return false;
    const expected = isFirst ? 1 : this.lastClause + 1;
    const next = this.paragraphs.slice(index + 1, index + 6).find((one) => one.head.kind === 'clause');
    return next?.head.kind === 'clause' && Math.abs(numberOf(next.head.number) - expected) < 2;
  }

  private chapter(paragraph: Paragraph): void {
    const { head } = paragraph;
    if (!this.part || (head.kind !== 'chapter' && head.kind !== 'clause')) return;
    if (numberOf(head.number) === 1 && this.part.chapters.length > 0 && this.lastClause > 2) this.begin(undefined);
    this.appendix = undefined;
    this.table = undefined;
    this.part?.chapters.push({ number: head.number, paragraph, title: head.rest });
  }

  private inBody(paragraph: Paragraph, index: number): void {
    const { part } = this;
    const { head, text } = paragraph;
    if (!part) return;
    const isDrawing =
      drawingHead.test(text) &&
      !isClosed(text) &&
      !isReference.test(text) &&
      head.kind === 'text' &&
      part.clauses.length > 0;
    const isTable = head.kind === 'row' || head.kind === 'table';
    if (isDrawing || isTable || head.kind === 'legend') {
      const appendix = this.beginAppendix(undefined);
      return this.inAppendix(appendix, paragraph);
    }
    const last = part.clauses.at(-1);
    if (head.kind === 'remark') return this.remark(paragraph, last);
    if (this.isHeadingStump(paragraph, index)) return void this.beginAppendix(paragraph);
    if (head.kind === 'clause' && this.isNext(numberOf(head.number)))
      return void part.clauses.push({ number: head.number, paragraph, entries: [] });
    if (!last) return void this.outline.lost.push(paragraph);
    this.intoClause(last, paragraph);
  }

  /** A remark on a clause stays with it; one on a heading is a remark on the act. */
  private remark(paragraph: Paragraph, clause: Clause | undefined): void {
    const isOfHeading = /(?:заголов|глав[аы]|раздел|регламент|тақырыб|тарау)/iu.test(paragraph.text.slice(0, 60));
    if (!clause || isOfHeading) this.into(this.outline.remarks, paragraph);
    else this.intoClause(clause, paragraph);
  }

  /** The end of a lost heading («… услуги «Выдача …»») before the title of a drawing. */
  private isHeadingStump({ head, text }: Paragraph, index: number): boolean {
    const next = this.paragraphs[index + 1];
    return (
      head.kind === 'text' &&
      !isClosed(text) &&
      /^\p{Ll}/u.test(text) &&
      /["»]$/u.test(text) &&
      next !== undefined &&
      drawingHead.test(next.text)
    );
  }

  private isNext(number: number): boolean {
    const last = this.lastClause;
    return number > last && (number - last < 8 || last === 0);
  }

  private intoClause(clause: Clause, paragraph: Paragraph): void {
    const { head, text } = paragraph;
    const last = clause.entries.findLast((entry) => entry.paragraph.head.kind !== 'remark');
    const isOwn = head.kind === 'item' || head.kind === 'step' || head.kind === 'remark';
    if (clause.entries.length >= LIST) return void this.outline.lost.push(paragraph);
    if (isOwn || !last) return void clause.entries.push({ paragraph, more: [] });
    const lastText = last.more.at(-1)?.text ?? last.paragraph.text;
    const belongs = /^\p{Ll}/u.test(text) || last.paragraph.text.endsWith(':') || /;$/u.test(lastText);
    const isOfStep = last.paragraph.head.kind !== 'text' && belongs && !drawingHead.test(text);
    if (isOfStep || stepResult.test(text)) this.into(last.more, paragraph);
    else clause.entries.push({ paragraph, more: [] });
  }

  private beginAppendix(paragraph: Paragraph | undefined): Appendix {
    const head = paragraph?.head;
    const number = head?.kind === 'appendix' ? head.number : null;
    const appendix: Appendix = {
      number,
      head: paragraph,
      titles: [],
      tables: [],
      legend: [],
      legendHead: undefined,
      questions: [],
    };
    if ((this.part?.appendices.length ?? 0) < APPENDICES) this.part?.appendices.push(appendix);
    this.appendix = appendix;
    this.table = undefined;
    this.isOver = false;
    return appendix;
  }

  private inAppendix(appendix: Appendix, paragraph: Paragraph): void {
    const { head, text } = paragraph;
    if (head.kind === 'remark') return this.into(this.outline.remarks, paragraph);
    if (head.kind === 'table') return this.openTable(appendix, paragraph);
    if (head.kind === 'legend') {
      appendix.legendHead = paragraph;
      this.table = undefined;
      return;
    }
    if (head.kind === 'continued') return void this.table?.rows.push(paragraph);
    if (headingTail.test(text)) return void this.beginAppendix(paragraph);
    if (head.kind === 'row' && legendHead.test(text)) {
      appendix.legendHead = paragraph;
      appendix.legend.push(paragraph);
      return;
    }
    if (appendix.legendHead && head.kind !== 'clause' && !(head.kind === 'row' && /^№/u.test(text)))
      return this.into(appendix.legend, paragraph);
    if (head.kind === 'row') {
      if (!this.table) this.openTable(appendix, undefined);
      return this.into(this.table?.rows ?? appendix.titles, paragraph);
    }
    const question = appendix.questions.at(-1);
    if (
      head.kind === 'clause' &&
      (/\?\s*$/u.test(text) || appendix.titles.some((title) => questionnaireHead.test(title.text)))
    )
      return void appendix.questions.push({ number: head.number, paragraph, entries: [] });
    if (question) {
      if (question.entries.length < LIST) question.entries.push({ paragraph, more: [] });
      else this.outline.lost.push(paragraph);
      return;
    }
    const isNew =
      titleFirst.test(text) &&
      appendix.tables.length === 0 &&
      appendix.titles.some((title) => isOtherDrawing(title.text, text));
    if (isNew) this.beginAppendix(undefined).titles.push(paragraph);
    else this.into(appendix.titles, paragraph);
  }

  private openTable(appendix: Appendix, title: Paragraph | undefined): void {
    this.table = { title, rows: [] };
    appendix.tables.push(this.table);
  }
}

/** paragraphs -> OUTLINE: the act's own part, regulations with chapters, clauses and appendices, and what found no place. */
export const outlineOf = (paragraphs: readonly Paragraph[]): Outline => new Walker(paragraphs).walk();
