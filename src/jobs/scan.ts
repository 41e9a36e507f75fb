import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { diagnostic, failure, success, type Diagnostic, type Outcome } from '../diagnostics/index.ts';
import { formId, type FormCode } from '../model/questionnaire.ts';
import { questions, responseFields, type Question, type ResponseField } from '../model/response.ts';
import { pageImages } from '../pdf/finished.ts';
import { decodePages, encodePng, readForms, type Picture, type ReadForm } from '../scan/index.ts';
import { readTree } from '../source/index.ts';
import { packageRoot, readBytes, writeAtomic } from '../store/index.ts';
import { safeCell } from '../survey/rejected.ts';

export interface ScanRequest {
  readonly images: readonly string[];
  readonly out: string;
  /** The day on which the forms were filled in or collected; a form has no date of its own. */
  readonly date: string;
  readonly region?: string;
  readonly channel?: string;
  readonly language: 'ru' | 'kk';
  readonly root: string;
  readonly onPage?: (done: number, file: string) => void;
}

export type ScanReason =
  | 'nothing-marked'
  | 'several-marks'
  | 'unclear-mark'
  | 'box-lost'
  | 'corners-missing'
  | 'serial-repeated'
  | 'no-code'
  | 'half-unread'
  | 'not-picture';

/** `pages` were read; `forms` = accepted + toReview + rejected, where a page without a form counts as one rejected. */
export interface ScanResult {
  readonly pages: number;
  readonly forms: number;
  readonly accepted: number;
  readonly toReview: number;
  readonly rejected: number;
  readonly reviewFile: string | undefined;
  readonly rejectedFile: string | undefined;
}

type Cells = Partial<Record<ResponseField, string>>;
interface Place {
  readonly file: string;
  readonly page: number;
}

/** What the squares of a question say: an option, or why a person must look. */
function answerOf(form: ReadForm, question: Question): 1 | 2 | 3 | ScanReason {
  const marks = (form.marks ?? []).filter((mark) => mark.question === question);
  if (marks.some(({ state }) => state === 'lost')) return 'box-lost';
  if (marks.some(({ state }) => state === 'unclear')) return 'unclear-mark';
  const marked = marks.filter(({ state }) => state === 'marked');
  const [only] = marked;
  if (!only) return 'nothing-marked';
  return marked.length > 1 ? 'several-marks' : only.option;
}

const csv = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${rows.map((row) => `${row.map(safeCell).join(';')}\r\n`).join('')}`;

/** Gathers what the pages hold; nothing that was seen leaves it uncounted. */
class Gathering {
  readonly accepted: Cells[] = [];
  readonly review: (Place & { cells: Cells; reasons: ScanReason[]; picture: Picture | undefined })[] = [];
  readonly rejected: (Place & { reason: ScanReason; detail: string })[] = [];
  private readonly ids = new Set<string>();
  private readonly request: ScanRequest;

  constructor(request: ScanRequest) {
    this.request = request;
  }

  reject(place: Place, reason: ScanReason, detail = ''): void {
    this.rejected.push({ ...place, reason, detail });
  }

  add(place: Place, form: ReadForm, number: number): void {
    const own = formId(form.code);
    const reasons: ScanReason[] = [];
    if (!form.marks) reasons.push('corners-missing');
    else if (own !== undefined && this.ids.has(own)) reasons.push('serial-repeated');
    if (form.marks && own !== undefined) this.ids.add(own);
    const cells = this.cellsOf(form.code, own ?? `${basename(place.file)}-${place.page}-${number}`);
    for (const question of form.marks ? questions : []) {
      const answer = answerOf(form, question);
      if (typeof answer === 'number') cells[question] = String(answer);
      else if (!reasons.includes(answer)) reasons.push(answer);
    }
    if (reasons.length === 0) this.accepted.push(cells);
    else this.review.push({ ...place, cells, reasons, picture: form.cutout });
  }

  private cellsOf(code: FormCode, id: string): Cells {
    const { date, region, channel } = this.request;
    return {
      id,
      service: code.service,
      date,
      ...(region === undefined ? {} : { region }),
      ...(channel === undefined ? {} : { channel }),
      ...(code.language === 'both' ? {} : { language: code.language }),
    };
  }
}

const pictures = new Set(['.png', '.jpg', '.jpeg', '.tif', '.tiff', '.webp', '.pdf']);

function expand(images: readonly string[], findings: Diagnostic[]): string[] {
  return images.flatMap((name) => {
    if (!existsSync(name) || !statSync(name).isDirectory()) return [name];
    const inside = readdirSync(name)
      .sort()
      .filter((file) => pictures.has(extname(file).toLowerCase()));
    if (inside.length === 0) findings.push(diagnostic('scan-nothing', { what: name }));
    return inside.map((file) => join(name, file));
  });
}

type Pages = readonly (Picture | { readonly reason: string })[];

async function pagesOf(file: string, bytes: Uint8Array): Promise<Pages> {
  try {
    if (extname(file).toLowerCase() !== '.pdf') return await decodePages({ kind: 'file', bytes });
    const pages: (Picture | { readonly reason: string })[] = [];
    for (const image of await pageImages(bytes))
      pages.push(...(image.kind === 'none' ? [{ reason: image.reason }] : await decodePages(image)));
    return pages;
  } catch (error) {
    // The decoders speak of broken bytes by throwing: for us that is a fault of the input.
    return [{ reason: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error) }];
  }
}

/** files -> pages -> forms -> accepted | to review | rejected, each into its own list beside the first. */
export async function scan(request: ScanRequest): Promise<Outcome<ScanResult>> {
  const findings: Diagnostic[] = [];
  const gathering = new Gathering(request);
  let pages = 0;
  for (const file of expand(request.images, findings)) {
    const bytes = readBytes(file);
    findings.push(...bytes.findings);
    if (!bytes.ok) continue;
    for (const [index, picture] of (await pagesOf(file, bytes.value)).entries()) {
      pages += 1;
      request.onPage?.(pages, file);
      const place = { file, page: index + 1 };
      if ('reason' in picture) {
        findings.push(diagnostic('scan-format', { file, reason: picture.reason }, { file }));
        gathering.reject(place, 'not-picture', picture.reason);
        continue;
      }
      const { forms, unreadHalves } = await readForms(picture);
      if (forms.length === 0) gathering.reject(place, 'no-code');
      forms.forEach((form, number) => gathering.add(place, form, number + 1));
      for (let half = 0; half < unreadHalves; half += 1) gathering.reject(place, 'half-unread');
    }
  }
  return writeLists(request, gathering, pages, findings);
}

async function writeLists(
  request: ScanRequest,
  { accepted, review, rejected }: Gathering,
  pages: number,
  findings: Diagnostic[],
): Promise<Outcome<ScanResult>> {
  const stem = request.out.replace(/\.csv$/i, '');
  const words = reasonWords(request);
  const row = (cells: Cells): string[] => responseFields.map((field) => cells[field] ?? '');
  const [reviewFile, rejectedFile] = [`${stem}.review.csv`, `${stem}.rejected.csv`];
  const reviewRows = [[...responseFields, 'reason', 'file', 'page', 'picture']];
  for (const [index, { cells, reasons, file, page, picture }] of review.entries()) {
    const name = `${stem}.review/${String(index + 1).padStart(5, '0')}.png`;
    if (picture) {
      const drawn = writeAtomic(name, await encodePng(picture));
      if (!drawn.ok) return failure([...findings, ...drawn.findings]);
    }
    reviewRows.push([...row(cells), reasons.map(words).join('; '), file, String(page), picture ? name : '']);
  }
  const lists: [string, string][] = [[request.out, csv([[...responseFields], ...accepted.map(row)])]];
  if (review.length > 0) lists.push([reviewFile, csv(reviewRows)]);
  if (rejected.length > 0) {
    const rows = rejected.map(({ file, page, reason, detail }) => [file, String(page), words(reason), detail]);
    lists.push([rejectedFile, csv([['file', 'page', 'reason', 'detail'], ...rows])]);
  }
  for (const [file, text] of lists) {
    const written = writeAtomic(file, text);
    if (!written.ok) return failure([...findings, ...written.findings]);
  }
  const count = <T>(all: readonly T[], of: (one: T) => readonly ScanReason[]): Map<ScanReason, T[]> => {
    const by = new Map<ScanReason, T[]>();
    for (const one of all) for (const reason of of(one)) by.set(reason, [...(by.get(reason) ?? []), one]);
    return by;
  };
  for (const [reason, all] of count(review, ({ reasons }) => reasons))
    findings.push(diagnostic('scan-review', { count: all.length, reason: words(reason), list: reviewFile }));
  for (const [reason, all] of count(rejected, (one) => [one.reason])) {
    const first = `${all[0]?.file ?? ''}, ${all[0]?.page ?? 1}`;
    findings.push(diagnostic('scan-rejected', { count: all.length, reason: words(reason), first }));
  }
  const numbers = { accepted: accepted.length, toReview: review.length, rejected: rejected.length };
  return success(
    {
      pages,
      forms: accepted.length + review.length + rejected.length,
      ...numbers,
      reviewFile: review.length > 0 ? reviewFile : undefined,
      rejectedFile: rejected.length > 0 ? rejectedFile : undefined,
    },
    findings,
  );
}

/** The reasons in the language of the lists. */
function reasonWords({ language, root }: ScanRequest): (reason: ScanReason) => string {
  const own = readTree(join(root, 'templates', 'questionnaire', 'review.yaml'));
  const tree = own.ok ? own : readTree(join(packageRoot(), 'templates', 'questionnaire', 'review.yaml'));
  const table =
    tree.ok && typeof tree.value.data === 'object' && tree.value.data !== null ? Object.entries(tree.value.data) : [];
  const words = new Map(
    table.map(([reason, said]): [string, unknown] => [
      reason,
      typeof said === 'object' && said !== null ? Reflect.get(said, language) : said,
    ]),
  );
  return (reason) => String(words.get(reason) ?? reason);
}
