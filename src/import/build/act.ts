import type { Act, Language, Mark } from '../../model/index.ts';
import type { Outline } from '../outline.ts';
import type { Paragraph } from '../paragraphs.ts';
import { bare, restOf, srcOf, type Context } from './context.ts';
import { dateIn, numberIn } from './dates.ts';

type Clauses = Act['clauses'];
type Services = Act['services'];

/** A day that no act has: it stands where the text has no date, under a mark. */
const noDay = '1900-01-01';
const actWord = /(?:приказ|постановлени|решени|бұйры|қаулы|шешім)/iu;
const name = /(?:\p{Lu}\.\s?){1,2}\s?\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?|\p{Lu}\p{Ll}+\s(?:\p{Lu}\.\s?){1,2}$/u;

class ActBuilder {
  private readonly front: readonly Paragraph[];
  private readonly outline: Outline;
  private signature: number | undefined;
  private readonly context: Context;

  constructor(outline: Outline, context: Context) {
    this.front = outline.front;
    this.outline = outline;
    this.context = context;
  }

  private mark(at: string, kind: Mark['kind'], why: string, src?: readonly [number, number]): void {
    this.context.marks.push({ at, kind, ...(src ? { src: [src[0], src[1]] } : {}), why });
  }

  private take(paragraph: Paragraph | undefined): Paragraph | undefined {
    if (paragraph) this.context.placed.add(paragraph);
    return paragraph;
  }

  /** «Приказ Министра … от 18 марта 2019 года № 138. Зарегистрирован … № 18408.»; else the heading of an appendix. */
  private requisites(): Paragraph | undefined {
    const isOwn = ({ text }: Paragraph): boolean =>
      actWord.test(text) && dateIn(text) !== undefined && numberIn(text) !== undefined;
    const registered = this.front.find((one) => isOwn(one) && /зарегистрирован|тіркел/iu.test(one.text));
    const first = this.front.find(
      (one) =>
        one.head.kind === 'text' &&
        isOwn(one) &&
        /^(?:приказ|постановление|решение|\p{Lu}.{0,200}бұйры|.{0,200}қаулы)/iu.test(one.text),
    );
    return registered ?? first ?? this.outline.actHeads.find(isOwn);
  }

  private registration(text: string): Act['registration'] {
    const sentence =
      /(?:зарегистрирован\p{L}*|государственн\p{L}+\s+регистрац\p{L}+)\s[^.]*?(?:\.\d[^.]*)*(?:№|(?<!\p{L})N)\s?\d+/iu.exec(
        text,
      )?.[0] ?? /(?:\.\s*)([^.]*?тіркел\p{L}+)/u.exec(text)?.[1];
    const number = sentence === undefined ? undefined : numberIn(sentence);
    const date = sentence === undefined ? undefined : dateIn(sentence);
    if (number === undefined || date === undefined) this.mark('/registration', 'lost', this.context.why.field);
    return { number: number ?? '?', date: date ?? noDay, ...(sentence === undefined ? {} : { text: sentence.trim() }) };
  }

  private clauses(): Clauses {
    const clauses: Clauses = [];
    let last = 0;
    for (const paragraph of this.front) {
      const { head, text } = paragraph;
      const src = srcOf(paragraph);
      const current = clauses.at(-1);
      if (head.kind === 'clause' && !/^["«“]/u.test(text) && Number.parseInt(head.number, 10) === last + 1) {
        last += 1;
        clauses.push({ n: head.number, text: restOf(paragraph), src });
      } else if (!current || this.isSignature(paragraph)) continue;
      else if (head.kind === 'item') (current.items ??= []).push({ n: head.number, text: bare(head.rest), src });
      else if (clauses.length > 0 && !this.isAfterClauses(paragraph)) (current.more ??= []).push({ text, src });
      else continue;
      this.take(paragraph);
      if (current && current === clauses.at(-1) && current.src)
        current.src = [current.src[0], Math.max(current.src[1], src[1])];
    }
    return clauses;
  }

  private isSignature({ text, head }: Paragraph): boolean {
    return (
      head.kind === 'text' &&
      text.length < 200 &&
      !/[.;:]$/u.test(text) &&
      (name.test(text) || /министр|председател|аким|руководител|әкім|басшы|төраға/iu.test(text.slice(0, 60)))
    );
  }

  /** Where the signature begins; the clauses stand before it. */
  private get signatureLine(): number {
    this.signature ??= this.front.find((one, index) => index > 2 && this.isSignature(one))?.src[0] ?? Infinity;
    return this.signature;
  }

  private isAfterClauses(paragraph: Paragraph): boolean {
    return paragraph.src[0] >= this.signatureLine && !/[.;]$/u.test(paragraph.text);
  }

  /** The list of services in the clause that approves the regulations; titles stand in quotes, numbers of appendices beside. */
  private services(): Services {
    const found: Services = [];
    for (const paragraph of this.front) {
      const { text } = paragraph;
      const src = srcOf(paragraph);
      const isEntry = paragraph.head.kind === 'item' && /(?:приложени\p{L}+\s+\d|қосымша|регламент|услуг)/iu.test(text);
      const isSingle =
        paragraph.head.kind === 'clause' &&
        /(?:утвердить|бекітілсін).{0,60}регламент|регламент.{0,400}бекіт/iu.test(text);
      if (!isEntry && !isSingle) continue;
      const opened =
        /[«"](.{6,}?)(?:[»"]\s*(?:,?\s*согласно|;|\.|$|\s*(?:мемлекеттік|электрон))|\s+согласно\s+приложени)/su.exec(
          text.replace(/[»"]{2}/gu, '»'),
        );
      const title = opened?.[1]?.trim();
      if (title === undefined) continue;
      const appendix = /приложени\p{L}+\s+(?:№\s*)?(\d{1,3})|(\d{1,3})\s?-\s?қосымша/iu.exec(text);
      const item = paragraph.head.kind === 'item' ? paragraph.head.number : (appendix?.[1] ?? appendix?.[2] ?? '1');
      found.push({ n: item, service: null, title: title.replace(/[»"]$/u, ''), src });
    }
    return found;
  }

  private reference(
    pattern: RegExp,
  ): { text: string; number?: string; date?: string; registration?: string; src: [number, number] } | undefined {
    for (const paragraph of this.front) {
      const words = pattern.exec(paragraph.text)?.[1];
      if (words === undefined) continue;
      const number = numberIn(words);
      const date = dateIn(words);
      const registration = /за\s+№\s?(\d+)/u.exec(paragraph.text.slice(paragraph.text.indexOf(words)))?.[1];
      return {
        text: words.trim(),
        ...(number === undefined ? {} : { number }),
        ...(date === undefined ? {} : { date }),
        ...(registration === undefined ? {} : { registration }),
        src: srcOf(paragraph),
      };
    }
    return undefined;
  }

  private signatory(): Act['signatory'] | undefined {
    const texts = this.front.filter(
      (one) =>
        one.head.kind === 'text' &&
        one.text.length < 260 &&
        !/[.;:]$/u.test(one.text) &&
        !/зарегистрирован|тіркел|^о[б]?\s/iu.test(one.text),
    );
    const at = texts.findIndex((one) => name.test(one.text));
    const found = texts[at];
    const words = found && name.exec(found.text);
    if (!found || !words) return undefined;
    const inLine = found.text.slice(0, words.index).trim();
    const above = inLine === '' ? texts[at - 1] : undefined;
    const post = inLine === '' ? above?.text : inLine;
    this.take(found);
    if (above) this.take(above);
    return {
      ...(post === undefined || post.length < 4 ? {} : { post }),
      name: words[0],
      src: above ? srcOf(above, [found]) : srcOf(found),
    };
  }

  private title(): { title: string; paragraph: Paragraph | undefined } {
    const isTitle = ({ head, text }: Paragraph): boolean =>
      head.kind === 'text' && /^(?:об?|о)\s+\p{Ll}|туралы$/iu.test(text) && text.length < 900;
    const paragraph = this.take(
      this.front.find(isTitle) ?? this.front.find((one) => one.head.kind === 'text' && one.text.length > 20),
    );
    if (!paragraph) this.mark('/title', 'lost', this.context.why.field);
    return { title: paragraph?.text ?? '?', paragraph };
  }

  private issuer(text: string): string | undefined {
    const russian =
      /^(?:приказ|постановление|решение|приложение\s+\d*\s*к\s+(?:приказу|постановлению))\s+(.+?)\s+от\s+\d/iu.exec(
        text,
      )?.[1];
    return russian ?? /^(.+?)\s+\d{4}\s+жыл/u.exec(text)?.[1];
  }

  build(lang: Language): Act {
    const { context } = this;
    const { title } = this.title();
    const requisites = this.take(this.requisites());
    const text = requisites?.text ?? '';
    const own = text.split(/зарегистрирован|тіркел/iu)[0] ?? '';
    const number = numberIn(own);
    const date = dateIn(own);
    if (number === undefined) this.mark('/number', 'lost', context.why.field);
    if (date === undefined) this.mark('/date', 'lost', context.why.field);
    const issuer = this.issuer(text);
    if (issuer === undefined) this.mark('/issuer', 'lost', context.why.field);
    const registration = this.registration(text);
    const services = this.services();
    const clauses = this.clauses();
    const signatory = this.signatory();
    const repealedBy =
      this.reference(/утратил\p{L}*\s+силу\s+((?:приказом|постановлением|решением)\s.{5,300}?№\s?[\p{L}\d/-]+)/iu) ??
      this.reference(/күші\s+жойылды\s*[-–—]?\s*(.{5,300}?№\s?[\p{L}\d/-]+\s+\p{L}+)/iu);
    const amends = this.reference(
      /внести\s+в\s+((?:приказ|постановление|решение)\s.{5,500}?№\s?[\p{L}\d/-]+(?:\s+[«"].{5,400}?[»"])?)/iu,
    );
    const repeals = this.reference(
      /признать\s+утратившим\s+силу\s+((?:приказ|постановление|решение)\s.{5,500}?№\s?[\p{L}\d/-]+)/iu,
    );
    this.mark('/inForce', 'lost', context.why.field);
    return {
      kind:
        /^(?:постановлени|решени)|қаулы|шешім/iu.test(text) ||
        /постановляет|қаулы\s+етеді/iu.test(
          this.front
            .map((one) => one.text)
            .join(' ')
            .slice(0, 20_000),
        )
          ? 'resolution'
          : 'order',
      lang,
      number: number ?? '?',
      date: date ?? noDay,
      title,
      issuer: issuer ?? '?',
      ...(signatory ? { signatory } : {}),
      registration: requisites ? { ...registration, src: srcOf(requisites) } : registration,
      inForce: {
        from: null,
        to: null,
        why:
          clauses
            .find(
              (one) =>
                typeof one.text === 'string' &&
                /вводится\s+в\s+действие|вступает\s+в\s+силу|қолданысқа\s+енгіз/iu.test(one.text),
            )
            ?.text?.toString() ?? context.why.field,
      },
      ...(amends ? { amends: [amends] } : {}),
      ...(repeals ? { repeals: [repeals] } : {}),
      ...(repealedBy ? { repealedBy } : {}),
      services,
      clauses,
      ...this.notes(),
      marks: context.marks,
    };
  }

  /** What else stands before the regulations, and the headings of the appendices to the act. */
  private notes(): Pick<Act, 'notes'> {
    const rest = [...this.front, ...this.outline.actHeads].filter(
      (one) => !this.context.placed.has(one) || /зарегистрирован|тіркел/iu.test(one.text),
    );
    for (const paragraph of rest) this.take(paragraph);
    return rest.length === 0 ? {} : { notes: rest.map((one) => ({ text: one.text, src: srcOf(one) })) };
  }
}

/** The act's own part of the outline -> act.yaml: title, numbers, clauses, list of services, signatory. */
export const buildAct = (outline: Outline, context: Context): Act =>
  new ActBuilder(outline, context).build(context.lang);
