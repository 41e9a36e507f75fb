import type {
  Face,
  Item,
  Page,
  PlacedFigure,
  PlacedModules,
  PlacedPath,
  PlacedRun,
  PlacedWatermark,
  TagId,
} from '../layout/index.ts';
import type { FontSet } from '../text/metrics.ts';
import { glyphArray, number } from './encode.ts';

/** Where a figure's drawing stands on its page, in the coordinates of PDF. */
export interface BoundingBox {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

export interface PageContent {
  readonly operators: string;
  /** The tag of each marked piece of content, by its number on the page. */
  readonly marked: readonly number[];
  readonly boxes: ReadonlyMap<number, BoundingBox>;
  readonly faces: ReadonlySet<Face>;
  readonly figures: readonly PlacedFigure[];
}

export const fontName: Readonly<Record<Face, string>> = { regular: 'R', bold: 'B', italic: 'I', boldItalic: 'Z' };

const tagOf = (item: Item): TagId =>
  'tag' in item ? item.tag : item.kind === 'path' ? (item.figure?.tag ?? null) : null;

/** Draws the items of a page in their order; neighbours of one tag make one marked piece, untagged ones an artifact. */
export function drawPage(page: Page, fonts: FontSet, roles: readonly string[] | undefined): PageContent {
  const out: string[] = [];
  const marked: number[] = [];
  const boxes = new Map<number, BoundingBox>();
  const faces = new Set<Face>();
  const figures: PlacedFigure[] = [];
  let open: TagId | undefined;
  const mark = (tag: TagId): void => {
    if (!roles || open === tag) return;
    if (open !== undefined) out.push('EMC');
    open = tag;
    if (tag === null) out.push('/Artifact BMC');
    else out.push(`/${roles[tag] ?? 'P'} <</MCID ${marked.push(tag) - 1}>> BDC`);
  };
  for (const item of page.items) {
    const tag = tagOf(item);
    if (item.kind !== 'line') mark(tag);
    const size =
      item.kind === 'path' ? item.figure : item.kind === 'figure' || item.kind === 'modules' ? item : undefined;
    if (tag !== null && size && 'x' in item) {
      boxes.set(tag, {
        left: item.x,
        bottom: page.height - item.y - size.height,
        right: item.x + size.width,
        top: page.height - item.y,
      });
    }
    if (item.kind === 'line') {
      for (const run of item.runs) {
        faces.add(run.face);
        mark(run.tag ?? tag);
        out.push(drawRun(run, page.height - item.y, fonts, roles !== undefined));
        // Some readers take the end of the span around the hyphen for the end of the whole piece: so it ends here.
        if (run.hyphen && roles && tag !== null) {
          out.push('EMC');
          open = undefined;
        }
      }
      for (const run of item.runs) {
        if (!run.underline) continue;
        mark(null);
        out.push(underline(run, page.height - item.y));
      }
    } else if (item.kind === 'rule') {
      const dash = item.dash ? `[${item.dash.map(number).join(' ')}] 0 d` : '[] 0 d 2 J';
      const [y1, y2] = [page.height - item.y1, page.height - item.y2];
      out.push(
        `q ${number(item.thickness)} w ${dash} ${number(item.x1)} ${number(y1)} m ${number(item.x2)} ${number(y2)} l S Q`,
      );
    } else if (item.kind === 'path') out.push(drawPath(item, page.height));
    else if (item.kind === 'modules') out.push(drawModules(item, page.height));
    else if (item.kind === 'watermark') {
      faces.add(item.face);
      out.push(drawWatermark(item, page.height, fonts));
    } else {
      out.push(
        `q 1 0 0 1 ${number(item.x)} ${number(page.height - item.y - item.height)} cm /X${figures.push(item) - 1} Do Q`,
      );
    }
  }
  if (open !== undefined) out.push('EMC');
  return { operators: out.join('\n'), marked, boxes, faces, figures };
}

/** A break hyphen is drawn, but read as the soft hyphen that it is. */
function drawRun(run: PlacedRun, y: number, fonts: FontSet, isTagged: boolean): string {
  const font = fonts[run.face];
  const place = `BT /${fontName[run.face]} ${number(run.size)} Tf ${number(run.x)} ${number(y)} Td`;
  const text = `${glyphArray(font, run.text, run.size, run.stretch)} TJ`;
  if (!run.hyphen) return `${place} ${text} ET`;
  const hyphen = `${glyphArray(font, '-', run.size, 0)} TJ`;
  return `${place} ${text} ${isTagged ? `/Span <</ActualText <FEFF00AD>>> BDC ${hyphen} EMC` : hyphen} ET`;
}

/** The share of the size by which an underline stands below the base line, and its thickness. */
const underlineDrop = 0.12;
const underlineThickness = 0.05;

const underline = (run: PlacedRun, y: number): string => {
  const line = number(y - run.size * underlineDrop);
  return `q ${number(run.size * underlineThickness)} w ${number(run.x)} ${line} m ${number(run.x + run.width)} ${line} l S Q`;
};

function drawPath(path: PlacedPath, pageHeight: number): string {
  const dash = path.dash ? `[${path.dash.map(number).join(' ')}] 0 d ` : '';
  const steps = path.steps.map((step) => {
    if (step[0] === 'Z') return 'h';
    const [kind, ...coordinates] = step;
    return `${coordinates.map(number).join(' ')} ${kind === 'M' ? 'm' : kind === 'L' ? 'l' : 'c'}`;
  });
  const place = `1 0 0 -1 ${number(path.x)} ${number(pageHeight - path.y)} cm`;
  return `q ${place} ${number(path.thickness)} w 1 j ${dash}${steps.join(' ')} ${path.paint === 'fill' ? 'f' : 'S'} Q`;
}

/** Rectangles on whole numbers under one scale: short, and without seams between modules. */
function drawModules(code: PlacedModules, pageHeight: number): string {
  const rectangles: string[] = [];
  for (let index = 0; index + 3 < code.dark.length; index += 4)
    rectangles.push(`${code.dark.slice(index, index + 4).join(' ')} re`);
  const scale = `${code.moduleWidth.toFixed(6)} 0 0 ${(-code.moduleHeight).toFixed(6)}`;
  return `q ${scale} ${number(code.x)} ${number(pageHeight - code.y)} cm ${rectangles.join(' ')} f Q`;
}

function drawWatermark(mark: PlacedWatermark, pageHeight: number, fonts: FontSet): string {
  const angle = (mark.angle * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const font = fonts[mark.face];
  // The middle of the capitals stands on the middle of the page.
  const down = (font.metrics.capHeight / font.metrics.unitsPerEm / 2) * mark.size;
  const matrix = [
    cos,
    sin,
    -sin,
    cos,
    mark.x - (mark.width / 2) * cos + down * sin,
    pageHeight - mark.y - (mark.width / 2) * sin - down * cos,
  ];
  const text = `${glyphArray(font, mark.text, mark.size, 0)} TJ`;
  const drawn = `BT /${fontName[mark.face]} ${number(mark.size)} Tf ${matrix.map(number).join(' ')} Tm ${text} ET`;
  // Its letters would stand between the words of the document when that is copied or searched: they count as no text.
  return `q ${number(mark.gray)} g /Span <</ActualText <FEFF>>> BDC ${drawn} EMC Q`;
}
