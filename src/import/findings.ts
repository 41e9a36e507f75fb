import { diagnostic, type Diagnostic, type Place } from '../diagnostics/index.ts';
import { resolveMark, type Act, type Mark, type Regulation } from '../model/index.ts';
import type { Paragraph } from './paragraphs.ts';

/** A file that the import makes, before it is written. */
export interface Made {
  readonly name: string;
  readonly data: Act | Regulation;
}

const codes = {
  inferred: 'import-uncertain',
  lost: 'import-lost',
  unreadable: 'import-lost',
  repaired: 'import-repaired',
} as const;
type Known = keyof typeof codes;
const isKnown = (kind: string): kind is Known => kind in codes;

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** The line of the text that a mark speaks of: its own, else that of the nearest entry that names one. */
function lineOf({ at, src }: Mark, data: object): number | undefined {
  if (src) return src[0];
  let here: unknown = data;
  let line: number | undefined;
  for (const key of resolveMark(at, data) ?? []) {
    here = isRecord(here) ? here[key] : undefined;
    const own = isRecord(here) ? here['src'] : undefined;
    if (Array.isArray(own) && typeof own[0] === 'number') line = own[0];
  }
  return line;
}

/** One finding for each reason of each file; the further places stand beside the first. */
export function findingsOfMarks({ name, data }: Made, file: string): Diagnostic[] {
  const groups = new Map<string, { code: (typeof codes)[Known]; why: string; first: string; places: Place[] }>();
  for (const mark of data.marks ?? []) {
    if (!isKnown(mark.kind)) continue;
    const line = lineOf(mark, data);
    const place: Place = line === undefined ? { file } : { file, position: { line, column: 1 } };
    const key = `${mark.kind} ${mark.why}`;
    const group = groups.get(key) ?? { code: codes[mark.kind], why: mark.why, first: mark.at, places: [] };
    if (!group.places.some((one) => one.position?.line === line)) group.places.push(place);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ code, why, first, places: [at, ...also] }) => ({
    ...diagnostic(code, { what: `${name}${first}`, why }, at),
    ...(also.length > 0 ? { also } : {}),
  }));
}

/** What was read of a regulation, in numbers. */
export function findingOfCount(name: string, data: Regulation, file: string): Diagnostic {
  const steps = Object.values(data.process).flatMap((flow) => flow.steps);
  const cells = data.tellings
    .filter((one) => one.kind === 'table')
    .flatMap((one) => one.items.flatMap((item) => [item.actor, item.text, item.result, item.term, item.next]));
  return diagnostic(
    'import-read',
    {
      service: name,
      clauses: data.clauses.length,
      steps: steps.filter((step) => !step.id.startsWith('c')).length,
      conditions: steps.filter((step) => step.id.startsWith('c')).length,
      terms: steps.flatMap((step) => step.terms ?? []).length,
      cells: cells.filter((cell) => typeof cell === 'string').length,
      appendices: data.appendices.length,
    },
    { file, position: { line: data.src?.[0] ?? 1, column: 1 } },
  );
}

const excerpt = (text: string): string => (text.length > 90 ? `${text.slice(0, 89)}…` : text);

/** Paragraphs that found no place: neighbours in one finding, and at the end their share of the whole. */
export function findingsOfLeftovers(left: readonly Paragraph[], whole: number, file: string): Diagnostic[] {
  const groups: Paragraph[][] = [];
  for (const paragraph of left) {
    const last = groups.at(-1)?.at(-1);
    if (last && paragraph.src[0] - last.src[1] <= 3 && paragraph.src[0] >= last.src[0]) groups.at(-1)?.push(paragraph);
    else groups.push([paragraph]);
  }
  const lost = left.reduce((sum, one) => sum + one.text.length, 0);
  const listed = groups.map((group) => {
    const from = group[0]?.src[0] ?? 1;
    const to = group.reduce((most, one) => Math.max(most, one.src[1]), from);
    return diagnostic(
      'import-leftover',
      {
        from,
        to,
        text: excerpt(
          group
            .slice(0, 8)
            .map((one) => one.text)
            .join(' / '),
        ),
      },
      { file, position: { line: from, column: 1 } },
    );
  });
  const share = whole === 0 ? 0 : Math.round((lost / whole) * 1000) / 10;
  return [...listed, diagnostic('import-share', { share, lost, whole }, { file })];
}
