import { diagnostic, type Diagnostic } from '../diagnostics/index.ts';
import { excerptOf } from './flow.ts';
import { toMm, type Strip } from './strip.ts';

/** A strip at its height on a page. */
export interface Set {
  readonly strip: Strip;
  readonly y: number;
}

export type SetPage = readonly Set[];

/** Whether a page may end after the strip at an index. */
const mayEnd = (strips: readonly Strip[], index: number): boolean =>
  strips[index]?.keep !== true || strips[index + 1]?.newPage !== undefined;

/** What is set again above the strip when a page begins with it. */
const headHeight = (strip: Strip | undefined): number =>
  (strip?.head ?? []).reduce((sum, part, index) => sum + part.height + (index > 0 ? part.before : 0), 0);

/** The number of strips from `first` on that fit on one page, by height alone. */
function fitting(strips: readonly Strip[], first: number, room: number): number {
  let y = headHeight(strips[first]);
  let count = 0;
  for (let index = first; index < strips.length; index++) {
    const strip = strips[index];
    if (!strip || (count > 0 && strip.newPage)) break;
    y += strip.height + (count > 0 ? strip.before : 0);
    if (y > room + 0.01) break;
    count += 1;
  }
  return count;
}

/** Strips on pages of a height in points. A page ends at the last place that is allowed; a strip is never divided. */
export function paginate(
  strips: readonly Strip[],
  room: number,
): { readonly pages: readonly SetPage[]; readonly findings: readonly Diagnostic[] } {
  const pages: SetPage[] = [];
  const findings: Diagnostic[] = [];
  for (let first = 0; first < strips.length;) {
    const fits = fitting(strips, first, room);
    if (fits === 0) {
      const strip = strips[first];
      const needed = toMm((strip?.height ?? 0) + headHeight(strip));
      findings.push(
        diagnostic(
          'block-too-tall',
          { needed, available: toMm(room), text: excerptOf(strip ? [strip] : []) },
          strip?.at,
        ),
      );
      first += 1;
      continue;
    }
    let end = first + fits;
    if (end < strips.length) {
      let allowed = end;
      while (allowed > first && !mayEnd(strips, allowed - 1)) allowed -= 1;
      // A chain of strips longer than a page has to be cut somewhere: where the page is full.
      if (allowed > first) end = allowed;
    }
    pages.push(setPage(strips.slice(first, end)));
    first = end;
  }
  return { pages, findings };
}

function setPage(strips: readonly Strip[]): SetPage {
  const all = [...(strips[0]?.head ?? []), ...strips];
  let y = 0;
  return all.map((strip, index) => {
    if (index > 0 && strip !== strips[0]) y += strip.before;
    const placed = { strip, y };
    y += strip.height;
    return placed;
  });
}
