import { diagnostic, type Diagnostic } from '../diagnostics/index.ts';
import type { ViewWords } from '../model/index.ts';
import { fill } from '../text/index.ts';
import type { Arrow, Figure, Picture } from './picture.ts';

/** A place where a picture may be cut: before the figure `at`, across one arrow at most. */
export interface Cut {
  readonly at: string;
  readonly arrow?: Arrow;
}

/** The letters of connectors, in the order of the sheets. */
const letters = 'АБВГДЕЖИКЛМН';

/** Every place where one arrow at most leads on and none leads back, in the order of the act. */
export function cutsOf(picture: Picture): Cut[] {
  const place = new Map(picture.figures.map(({ id }, index) => [id, index]));
  return picture.figures.flatMap(({ id, role }, index): Cut[] => {
    if (index < 2 || index > picture.figures.length - 2 || role === 'connector') return [];
    const crossing = picture.arrows.filter(
      ({ from, to }) => (place.get(from) ?? 0) < index !== (place.get(to) ?? 0) < index,
    );
    const [arrow] = crossing;
    if (crossing.length > 1 || (arrow && (place.get(arrow.from) ?? 0) >= index)) return [];
    return [{ at: id, ...(arrow ? { arrow } : {}) }];
  });
}

function part(picture: Picture, from: number, to: number, cuts: readonly Cut[], words: ViewWords): Picture {
  const sheet = cuts.findIndex(({ at }) => picture.figures.findIndex(({ id }) => id === at) === from) + 1;
  const inside = picture.figures.slice(from, to);
  const ids = new Set(inside.map(({ id }) => id));
  const laneOf = (id: string): string => inside.find((figure) => figure.id === id)?.lane ?? '';
  const figures: Figure[] = [...inside];
  const arrows: Arrow[] = picture.arrows.filter((arrow) => ids.has(arrow.from) && ids.has(arrow.to));
  for (const [index, { arrow }] of cuts.entries()) {
    const letter = letters[index] ?? String(index + 1);
    const id = `k${index + 1}`;
    if (arrow && ids.has(arrow.to)) {
      figures.unshift({ id, role: 'connector', lane: laneOf(arrow.to), text: letter });
      arrows.unshift({ from: id, to: arrow.to, kind: 'control' });
    }
    if (arrow && ids.has(arrow.from)) {
      // In the lane of who goes on, where this sheet has it.
      const next = picture.figures.find((figure) => figure.id === arrow.to)?.lane ?? '';
      const lane = inside.some((figure) => figure.lane === next) ? next : laneOf(arrow.from);
      figures.push({ id, role: 'connector', lane, text: letter });
      arrows.push({ ...arrow, to: id, kind: 'control' });
    }
  }
  return {
    ...picture,
    name: `${picture.name}.${sheet + 1}`,
    title: fill(words.sheet, { title: picture.title, sheet: sheet + 1, sheets: cuts.length + 1 }),
    lanes: picture.lanes.filter(({ id }) => figures.some(({ lane }) => lane === id)),
    figures,
    arrows,
  };
}

/**
 * The sheets of a picture, cut where its hints say, with a connector at both ends of each cut arrow; the picture itself
 * where they say nothing. A cut that the process no longer allows is left out: warning `diagram-cut-lost`.
 */
export function sheetsOf(
  picture: Picture,
  words: ViewWords,
  file: string,
): { sheets: Picture[]; findings: Diagnostic[] } {
  const wanted = picture.hints.sheets ?? [];
  const possible = cutsOf(picture);
  const cuts = possible.filter(({ at }) => wanted.includes(at));
  const findings = wanted
    .filter((at) => !cuts.some((cut) => cut.at === at))
    .map((at) =>
      diagnostic('diagram-cut-lost', { step: at, view: picture.name }, { file, pointer: [picture.name, 'sheets'] }),
    );
  if (cuts.length === 0) return { sheets: [picture], findings };
  const starts = [0, ...cuts.map(({ at }) => picture.figures.findIndex(({ id }) => id === at))];
  const sheets = starts.map((from, index) =>
    part(picture, from, starts[index + 1] ?? picture.figures.length, cuts, words),
  );
  return { sheets, findings };
}
